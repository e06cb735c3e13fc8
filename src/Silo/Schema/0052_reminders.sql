-- Who is to be told that a task is due, and who has been. Fed by the follower "search" together with search_task; a row whose task is another one by the time
-- it counts is dropped then. The key makes it once for a person, a task and a due time.
CREATE TABLE reminder (
    list_id uuid        NOT NULL,
    task_id uuid        NOT NULL,
    user_id uuid        NOT NULL,
    due_at  timestamptz NOT NULL,
    told_at timestamptz,
    PRIMARY KEY (list_id, task_id, user_id, due_at)
);

CREATE INDEX reminder_due ON reminder (due_at);

-- How long before the due time, of those who do not want the usual hour; null: never.
CREATE TABLE reminder_choice (
    user_id uuid PRIMARY KEY,
    lead    interval
);

INSERT INTO reminder (list_id, task_id, user_id, due_at)
SELECT t.list_id, t.task_id, u.user_id, t.due_at
FROM search_task t CROSS JOIN LATERAL (SELECT DISTINCT unnest(t.assignee_ids || t.watcher_ids) AS user_id) u
WHERE t.completed_at IS NULL AND t.due_at > now();
