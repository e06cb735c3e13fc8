using TaskList.Contracts;
using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

sealed partial class Undoing
{
    static bool IsThere(PastPicture picture, Guid id) => picture.Tasks.TryGetValue(id, out var task) && !task.Content.Deleted;

    void BringBackTask(Guid id)
    {
        if (!IsThere(_before, id) || IsThere(_after, id) || now.AnyTask(id) is not { Deleted: true } gone) return;
        if (gone.Content.LeftFor is not null)
        {
            Stays(Fields.Deleted, true, gone.Content.Stamps, About(id));
            return;
        }

        Take(ListRules.Restore(now, gone));
    }

    /// <summary>Does what a rule has decided; its refusal is the undo's.</summary>
    void Take(Decision decision)
    {
        if (decision.Refusal is { } refusal) _refusal ??= refusal;
        else foreach (var happened in decision.Events) trial.Do(happened);
    }

    void UndoContent(Guid id)
    {
        if (!IsThere(_before, id) || !_after.Tasks.TryGetValue(id, out var then)) return;
        var (before, after) = (_before.Tasks[id].Content, then.Content);
        if (SameContent.Are(before, after with { Deleted = false }) && before.Watchers.SequenceEqual(after.Watchers)) return;
        if (now.AnyTask(id) is not { } task) return;
        if (!task.IsLive)
        {
            Stays(Fields.Deleted, true, task.Content.Stamps, About(id));
            return;
        }

        if (task.Content.Transfer is not null)
        {
            _refusal ??= Refusal.Undecided(Codes.TaskInTransfer);
            return;
        }

        UndoFields(task, before, after);
        UndoParent(task, before, after);
        UndoSets(task, before, after);
        UndoChecklist(task, before.Checklist, after.Checklist);
        UndoComments(task, before.Comments, after.Comments);
    }

    void UndoFields(TaskItem task, TaskContent b, TaskContent a)
    {
        var (id, n) = (task.TaskId, task.Content);
        var edited = new TaskEdited(
            id,
            Back(b.Title, a.Title, n.Title, Fields.Title),
            Back(b.Description, a.Description, n.Description, Fields.Description),
            Back(b.Priority, a.Priority, n.Priority, Fields.Priority),
            Back(b.StartAt, a.StartAt, n.StartAt, Fields.StartAt),
            Back(b.DueAt, a.DueAt, n.DueAt, Fields.DueAt),
            Back(b.TimeZone, a.TimeZone, n.TimeZone, Fields.TimeZone),
            Back(b.Recurrence, a.Recurrence, n.Recurrence, Fields.Recurrence));
        if (edited != new TaskEdited(id)) trial.Do(edited);

        var (wasDone, done) = (b.CompletedAt is not null, n.CompletedAt is not null);
        if (GoesBack(wasDone, a.CompletedAt is not null, done, Fields.Completed, n.Stamps, About(id)))
            trial.Do(wasDone ? new TaskCompleted(id) : new TaskReopened(id));

        Optional<T> Back<T>(T before, T after, T present, string field) =>
            GoesBack(before, after, present, field, n.Stamps, About(id)) ? new Optional<T>(before) : default;
    }

    void UndoParent(TaskItem task, TaskContent b, TaskContent a)
    {
        var n = task.Content;
        if (!GoesBack(b.ParentTaskId, a.ParentTaskId, n.ParentTaskId, Fields.Parent, n.Stamps, About(task.TaskId))) return;
        if (b.ParentTaskId is { } parent && ListRules.CheckLevels(now, task, parent) is not null) Stays(Fields.Parent, n.ParentTaskId, n.Stamps, About(task.TaskId));
        else trial.Do(new TaskParentSet(task.TaskId, b.ParentTaskId));
    }

    /// <summary>In the order in which they stood, so that each finds its neighbour back in place.</summary>
    void UndoMoves(Guid[] tasks)
    {
        var moved = facts.Change.Events.OfType<TaskMoved>().Select(move => move.TaskId).ToHashSet();
        var unmoved = tasks.Where(id => moved.Contains(id) && IsThere(_before, id)).Where(IsWhereItWasPut).ToHashSet();
        foreach (var (sectionId, order) in _before.TaskOrder)
        {
            foreach (var id in order.Where(unmoved.Contains)) MoveBack(now.Task(id)!, sectionId, order);
        }
    }

    /// <summary>False, and a conflict, for a task that has been moved or deleted since.</summary>
    bool IsWhereItWasPut(Guid id)
    {
        if (now.Task(id) is not { } task)
        {
            Stays(Fields.Deleted, true, now.AnyTask(id)!.Content.Stamps, About(id));
            return false;
        }

        if (task.Content.Transfer is not null)
        {
            _refusal ??= Refusal.Undecided(Codes.TaskInTransfer);
            return false;
        }

        var put = facts.Change.Events.OfType<TaskMoved>().Last(move => move.TaskId == id);
        var before = Section.Before(task)?.TaskId;
        var isThere = task.Section.SectionId == put.SectionId && before == put.AfterTaskId;
        if (isThere || IsUnwritten(task.Content.Stamps, Fields.Place)) return true;
        Stays(Fields.Place, new { sectionId = task.Section.SectionId, afterTaskId = before }, task.Content.Stamps, About(id));
        return false;
    }

    void MoveBack(TaskItem task, Guid sectionId, Guid[] order)
    {
        if (now.Section(sectionId) is not { } home)
        {
            Stays(Fields.Place, new { sectionId = task.Section.SectionId, afterTaskId = Section.Before(task)?.TaskId }, task.Content.Stamps, About(task.TaskId));
            return;
        }

        var after = Nearest(order, task.TaskId, id => now.Task(id)?.Section == home);
        if (task.Section != home || Section.Before(task)?.TaskId != after) trial.Do(new TaskMoved(task.TaskId, sectionId, after));
    }

    /// <summary>One that the change brought goes, unless somebody has made something of it since.</summary>
    void TakeAwayTask(Guid id)
    {
        if (IsThere(_before, id) || !IsThere(_after, id) || now.Task(id) is not { } task) return;
        var (after, present) = (_after.Tasks[id], task.Content);
        if (present.Transfer is not null) _refusal ??= Refusal.Undecided(Codes.TaskInTransfer);
        else if (SameContent.Are(after.Content, present) && task.Section.SectionId == after.SectionId) trial.Do(new TaskDeleted(id));
        else TellWhatIsNew(task, after);
    }

    void TellWhatIsNew(TaskItem task, PastTask after)
    {
        var (a, n, about) = (after.Content, task.Content, About(task.TaskId));
        if (task.Section.SectionId != after.SectionId) Stays(Fields.Place, new { sectionId = task.Section.SectionId }, n.Stamps, about);
        Tell(a.Title, n.Title, Fields.Title);
        Tell(a.Description, n.Description, Fields.Description);
        Tell(a.Priority, n.Priority, Fields.Priority);
        Tell(a.StartAt, n.StartAt, Fields.StartAt);
        Tell(a.DueAt, n.DueAt, Fields.DueAt);
        Tell(a.TimeZone, n.TimeZone, Fields.TimeZone);
        Tell(a.Recurrence, n.Recurrence, Fields.Recurrence);
        Tell(a.ParentTaskId, n.ParentTaskId, Fields.Parent);
        Tell(a.CompletedAt is not null, n.CompletedAt is not null, Fields.Completed);
        Tell(a.Assignees.Length, n.Assignees.Length, Fields.Assignees);
        Tell(a.Labels.Length, n.Labels.Length, Fields.Labels);
        Tell(a.Checklist.Length, n.Checklist.Length, Fields.Checklist);
        Tell(a.Comments.Length, n.Comments.Length, Fields.Comments);

        void Tell<T>(T then, T present, string field)
        {
            if (!EqualityComparer<T>.Default.Equals(then, present)) Stays(field, present, n.Stamps, about);
        }
    }
}
