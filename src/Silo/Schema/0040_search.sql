-- What is read across lists: one row per live task, kept up with the log by the follower "search". All of it can be made anew from the log.
CREATE TABLE search_list (
    list_id     uuid     PRIMARY KEY,
    version     bigint   NOT NULL,               -- what the rows of this list amount to
    format      smallint NOT NULL,               -- of what is kept for a task; another one is made anew
    name        text     NOT NULL,
    key         text,
    archived_at timestamptz,
    deleted_at  timestamptz
);

CREATE TABLE search_member (
    user_id uuid NOT NULL,
    list_id uuid NOT NULL,
    PRIMARY KEY (user_id, list_id)
);

CREATE INDEX search_member_of_list ON search_member (list_id);

CREATE TABLE search_task (
    list_id      uuid        NOT NULL,
    task_id      uuid        NOT NULL,
    section_id   uuid        NOT NULL,
    number       integer     NOT NULL,
    title        text        NOT NULL,
    description  text,
    checklist    text,
    comments     text,
    label_ids    uuid[]      NOT NULL,
    assignee_ids uuid[]      NOT NULL,
    watcher_ids  uuid[]      NOT NULL,
    priority     integer,
    start_at     timestamptz,
    due_at       timestamptz,
    time_zone    text,
    created_at   timestamptz NOT NULL,
    completed_at timestamptz,
    -- "russian" stems Latin words by the English rules, so it serves both languages. "simple" keeps the words as they are: a word that is still being typed
    -- is a prefix of those, but not always of a stem. ё counts as е.
    words        tsvector    NOT NULL GENERATED ALWAYS AS (
        setweight(to_tsvector('pg_catalog.russian', translate(title, 'ёЁ', 'еЕ')), 'A')
        || setweight(to_tsvector('pg_catalog.simple', translate(title, 'ёЁ', 'еЕ')), 'A')
        || setweight(to_tsvector('pg_catalog.russian', translate(coalesce(description, ''), 'ёЁ', 'еЕ')), 'B')
        || setweight(to_tsvector('pg_catalog.simple', translate(coalesce(description, ''), 'ёЁ', 'еЕ')), 'B')
        || setweight(to_tsvector('pg_catalog.russian', translate(coalesce(checklist, ''), 'ёЁ', 'еЕ')), 'C')
        || setweight(to_tsvector('pg_catalog.simple', translate(coalesce(checklist, ''), 'ёЁ', 'еЕ')), 'C')
        || setweight(to_tsvector('pg_catalog.russian', translate(coalesce(comments, ''), 'ёЁ', 'еЕ')), 'D')
        || setweight(to_tsvector('pg_catalog.simple', translate(coalesce(comments, ''), 'ёЁ', 'еЕ')), 'D')
    ) STORED,
    PRIMARY KEY (list_id, task_id)
);

CREATE INDEX search_task_words ON search_task USING gin (words);
CREATE INDEX search_task_number ON search_task (list_id, number);
CREATE INDEX search_task_due ON search_task (list_id, due_at);
CREATE INDEX search_task_assignees ON search_task USING gin (assignee_ids);
