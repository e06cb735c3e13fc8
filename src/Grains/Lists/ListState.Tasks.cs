using TaskList.Contracts;
using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

sealed partial class ListState
{
    /// <summary>What moves a task, or makes it come and go.</summary>
    void ApplyPlace(ListEvent happened, ListChange change, FieldStamp stamp)
    {
        switch (happened)
        {
            case TaskAdded added:
                Take(new TaskItem(added.TaskId, added.Number, change.At, change.ActorId, ToContent(added)), added.SectionId, added.AfterTaskId);
                break;
            case TaskReceived received:
                Receive(received);
                break;
            case TaskMoved moved:
                Stamp(_tasks[moved.TaskId], Fields.Place, stamp);
                Move(_tasks[moved.TaskId], _sections[moved.SectionId], Neighbour(moved.AfterTaskId));
                break;
            case TaskDeleted deleted:
                SetDeleted(_tasks[deleted.TaskId], true, stamp);
                break;
            case TaskRestored restored:
                var back = _tasks[restored.TaskId];
                Return(back, _sections[restored.SectionId], Neighbour(restored.AfterTaskId));
                SetDeleted(back, false, stamp);
                Stamp(back, Fields.Place, stamp);
                break;
            case TaskTransferred transferred:
                var left = _tasks[transferred.TaskId];
                SetDeleted(left, true, stamp);

                // Its text is in the log; the list it went to has the living one.
                Set(left, new TaskContent("") { Deleted = true, LeftFor = transferred.ToListId });
                break;
        }
    }

    static TaskContent ToContent(TaskAdded added) => new(added.Title)
    {
        Description = added.Description,
        Priority = added.Priority,
        StartAt = added.StartAt,
        DueAt = added.DueAt,
        TimeZone = added.TimeZone,
        Recurrence = added.Recurrence,
        Assignees = [.. added.AssigneeIds ?? []],
        Labels = [.. added.LabelIds ?? []],
        ParentTaskId = added.ParentTaskId,
    };

    void Take(TaskItem task, Guid sectionId, Guid? after)
    {
        Add(task);
        LastNumber = Math.Max(LastNumber, task.Number);
        var section = _sections[sectionId];
        section.Insert(task, Neighbour(after), _journal);
        Count(section, 1);
    }

    void Receive(TaskReceived received)
    {
        var content = TaskContent.From(received.Task);
        if (received.Task.CreatedBy is { } author) _people.Add(author);
        foreach (var comment in content.Comments.Where(comment => comment.AuthorId is not null)) _people.Add(comment.AuthorId!.Value);
        if (_tasks.TryGetValue(received.TaskId, out var known))
        {
            // It was here before, left, and is back.
            known.Number = received.Number;
            LastNumber = Math.Max(LastNumber, received.Number);
            Move(known, _sections[received.SectionId], Neighbour(received.AfterTaskId));
            Turn(known, content);
            return;
        }

        Take(new TaskItem(received.TaskId, received.Number, received.Task.CreatedAt, received.Task.CreatedBy, content), received.SectionId, received.AfterTaskId);
    }

    TaskItem? Neighbour(Guid? taskId) => taskId is { } id ? _tasks[id] : null;

    void Stamp(TaskItem task, string field, FieldStamp stamp) => Set(task, task.Content with { Stamps = task.Content.Stamps.With(field, stamp) });

    void SetDeleted(TaskItem task, bool deleted, FieldStamp stamp)
    {
        Turn(task, task.Content with { Deleted = deleted, Stamps = task.Content.Stamps.With(Fields.Deleted, stamp) });
    }

    /// <summary>Content with which a task may come or go where it stands.</summary>
    void Turn(TaskItem task, TaskContent content)
    {
        var was = task.Deleted;
        Set(task, content);
        if (was == content.Deleted) return;
        if (content.Deleted) task.Section.Hide(task, _journal);
        else task.Section.Show(task, _journal);
        Count(task.Section, content.Deleted ? -1 : 1);
    }

    void Move(TaskItem task, Section to, TaskItem? after)
    {
        if (!task.Deleted) Count(task.Section, -1);
        task.Section.TakeOut(task, leaveGhost: task.Section != to, _journal);
        to.Insert(task, after, _journal);
        if (!task.Deleted) Count(to, 1);
    }

    /// <summary>
    /// Where its old place still has the neighbour that is named, it is not moved: put right behind that one it would pass deleted tasks that stood before it, and many that come back
    /// one after the other would end in another order than they stood in.
    /// </summary>
    void Return(TaskItem task, Section home, TaskItem? after)
    {
        if (task.Section != home || Lists.Section.Before(task) != after) Move(task, home, after);
    }

    /// <summary>What changes a task where it stands.</summary>
    void ApplyContent(ListEvent happened, ListChange change, FieldStamp stamp)
    {
        var task = _tasks[happened.TaskId()];
        Set(task, After(task.Content, happened, change, stamp));
    }

    static TaskContent After(TaskContent task, ListEvent happened, ListChange change, FieldStamp stamp) => happened switch
    {
        TaskEdited edited => Edit(task, edited, stamp),
        TaskCompleted => (task with { CompletedAt = change.At }).Stamped(Fields.Completed, stamp),
        TaskReopened when PlantedBug.IgnoredEvent => task,
        TaskReopened => (task with { CompletedAt = null }).Stamped(Fields.Completed, stamp),
        TaskParentSet set => (task with { ParentTaskId = set.ParentTaskId }).Stamped(Fields.Parent, stamp),
        Assigned assigned => task with { Assignees = [.. task.Assignees, assigned.UserId] },
        Unassigned unassigned => task with { Assignees = [.. task.Assignees.Where(id => id != unassigned.UserId)] },
        TaskWatched watched => task with { Watchers = [.. task.Watchers, watched.UserId] },
        TaskUnwatched unwatched => task with { Watchers = [.. task.Watchers.Where(id => id != unwatched.UserId)] },
        LabelAdded added => task with { Labels = [.. task.Labels, added.LabelId] },
        LabelRemoved removed => task with { Labels = [.. task.Labels.Where(id => id != removed.LabelId)] },
        TaskTransferStarted started => task with { Transfer = new(started.TransferId, started.ToListId, started.ToSectionId, Anchor(started), change.ActorId) },
        TaskTransferCancelled => task with { Transfer = null },
        CommentAdded or CommentEdited or CommentDeleted or CommentRestored => task with { Comments = Comments(task.Comments, happened, change, stamp) },
        _ => task with { Checklist = Checklist(task.Checklist, happened, stamp) },
    };

    static Anchor Anchor(TaskTransferStarted started) => new(!started.AfterTaskId.HasValue, started.AfterTaskId.Value);

    static TaskContent Edit(TaskContent task, TaskEdited edited, FieldStamp stamp)
    {
        if (edited.Title.HasValue) task = (task with { Title = edited.Title.Value }).Stamped(Fields.Title, stamp);
        if (edited.Description.HasValue) task = (task with { Description = edited.Description.Value }).Stamped(Fields.Description, stamp);
        if (edited.Priority.HasValue) task = (task with { Priority = edited.Priority.Value }).Stamped(Fields.Priority, stamp);
        if (edited.StartAt.HasValue) task = (task with { StartAt = edited.StartAt.Value }).Stamped(Fields.StartAt, stamp);
        if (edited.DueAt.HasValue) task = (task with { DueAt = edited.DueAt.Value }).Stamped(Fields.DueAt, stamp);
        if (edited.TimeZone.HasValue) task = (task with { TimeZone = edited.TimeZone.Value }).Stamped(Fields.TimeZone, stamp);
        if (edited.Recurrence.HasValue) task = (task with { Recurrence = edited.Recurrence.Value }).Stamped(Fields.Recurrence, stamp);
        return task;
    }
}
