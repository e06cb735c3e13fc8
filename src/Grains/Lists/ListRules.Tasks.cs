using System.Diagnostics;
using TaskList.Contracts;
using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

static partial class ListRules
{
    static Decision OnTasks(ListState state, Guid actorId, Role actorRole, TaskCommand command, Occasion occasion)
    {
        var known = state.AnyTask(command.TaskId);
        if (command is AddTask add) return known is null ? Decide(state, add) : Refusal.With(Codes.IdTaken, "field", "taskId");
        if (known is null || known.Content.LeftFor is not null) return new Refusal(Codes.TaskNotFound);
        if (known.Content.Transfer is not null) return Refusal.Undecided(Codes.TaskInTransfer);

        return command switch
        {
            RestoreTask => known.IsLive ? Decision.NoChange : Restore(state, known),
            DeleteTask => known.IsLive ? new TaskDeleted(known.TaskId) : Decision.NoChange,
            _ when !known.IsLive => new Refusal(Codes.TaskNotFound),
            EditTask c => Edit(known, c),
            MoveTask c => Move(state, known, c),
            CompleteTask c => Complete(state, known, c, occasion.At),
            ReopenTask c => known.Content.CompletedAt is not { } doneAt ? Decision.NoChange
                : Decision.Write(new TaskReopened(c.TaskId), FieldConflict.Of(known.Content.Stamps, Fields.Completed, doneAt, c.BaseVersion)),
            SetParent c => Decide(state, known, c),
            TransferTask c => Decide(state, c),
            Assign or Unassign or WatchTask or UnwatchTask or AddLabel or RemoveLabel => OnPeopleAndLabels(state, known, actorId, command),
            AddComment or EditComment or DeleteComment => OnComments(state, known, actorId, actorRole, command),
            _ => OnChecklist(known, command),
        };
    }

    static Decision Decide(ListState state, AddTask c)
    {
        if (state.Section(c.SectionId) is not { } section) return new Refusal(Codes.SectionNotFound);
        if (state.TaskCount >= ListLimits.Tasks) return Refusal.TooMany("tasks", ListLimits.Tasks);
        if (c.AssigneeIds.Any(id => state.RoleOf(id) is null)) return new Refusal(Codes.MemberNotFound);
        if (c.AssigneeIds.Count > ListLimits.Assignees) return Refusal.TooMany("assignees", ListLimits.Assignees);
        if (c.LabelIds.Any(id => !state.Labels.ContainsKey(id))) return new Refusal(Codes.LabelNotFound);
        if (c.ParentTaskId is { } parent && CheckParent(state, null, parent) is { } refusal) return refusal;

        var after = Resolve(state, section, c.Place, mover: null);
        return new TaskAdded(
            c.TaskId, c.SectionId, state.LastNumber + 1, c.Title, c.Description, c.Priority, c.StartAt, c.DueAt, c.TimeZone, c.Recurrence,
            c.AssigneeIds.Count > 0 ? c.AssigneeIds : null, c.LabelIds.Count > 0 ? c.LabelIds : null, c.ParentTaskId, after?.TaskId);
    }

    public static Decision Restore(ListState state, TaskItem task)
    {
        if (state.TaskCount >= ListLimits.Tasks) return Refusal.TooMany("tasks", ListLimits.Tasks);

        // Its section may be gone for good: then the first one takes it in, at the end.
        var home = task.Section.Deleted ? state.Sections.FirstOrDefault() : task.Section;
        if (home is null) return new Refusal(Codes.SectionNotFound);
        var after = home == task.Section ? Section.Before(task) : home.Resolve(null, task);
        return new TaskRestored(task.TaskId, home.SectionId, after?.TaskId, task.ToPicture());
    }

    static Decision Edit(TaskItem task, EditTask c)
    {
        var now = task.Content;
        var clashes = new Clashes(c.BaseVersion);
        var edited = new TaskEdited(
            task.TaskId,
            Changed(c.Title, now.Title, Fields.Title),
            Changed(c.Description, now.Description, Fields.Description),
            Changed(c.Priority, now.Priority, Fields.Priority),
            Changed(c.StartAt, now.StartAt, Fields.StartAt),
            Changed(c.DueAt, now.DueAt, Fields.DueAt),
            Changed(c.TimeZone, now.TimeZone, Fields.TimeZone),
            Changed(c.Recurrence, now.Recurrence, Fields.Recurrence));
        return edited == new TaskEdited(task.TaskId) ? Decision.NoChange : new Decision(null, [edited], clashes.Found);

        Optional<T> Changed<T>(Optional<T> wanted, T present, string field)
        {
            if (!wanted.HasValue || EqualityComparer<T>.Default.Equals(wanted.Value, present)) return default;
            clashes.Look(now.Stamps, field, present);
            return wanted;
        }
    }

    static Decision Move(ListState state, TaskItem task, MoveTask c)
    {
        if (state.Section(c.SectionId) is not { } section) return new Refusal(Codes.SectionNotFound);
        var (after, before) = (Resolve(state, section, c.Place, mover: task), Section.Before(task));
        if (section == task.Section && after == before) return Decision.NoChange;
        var theirs = new { sectionId = task.Section.SectionId, afterTaskId = before?.TaskId };
        return Decision.Write(
            new TaskMoved(task.TaskId, section.SectionId, after?.TaskId), FieldConflict.Of(task.Content.Stamps, Fields.Place, theirs, c.BaseVersion));
    }

    static TaskItem? Resolve(ListState state, Section section, Anchor place, TaskItem? mover)
    {
        if (place is { Last: false, After: null }) return null;
        return section.Resolve(place.After is { } id ? state.AnyTask(id) : null, mover);
    }

    static Decision Decide(ListState state, TaskItem task, SetParent c)
    {
        var now = task.Content;
        if (now.ParentTaskId == c.ParentTaskId) return Decision.NoChange;
        if (c.ParentTaskId is { } parent && CheckParent(state, task, parent) is { } refusal) return refusal;
        return Decision.Write(
            new TaskParentSet(task.TaskId, c.ParentTaskId), FieldConflict.Of(now.Stamps, Fields.Parent, now.ParentTaskId, c.BaseVersion));
    }

    static Decision OnPeopleAndLabels(ListState state, TaskItem task, Guid actorId, TaskCommand command)
    {
        var now = task.Content;
        switch (command)
        {
            case Assign c:
                if (state.RoleOf(c.UserId) is null) return new Refusal(Codes.MemberNotFound);
                if (now.Assignees.Contains(c.UserId)) return Decision.NoChange;
                return now.Assignees.Length >= ListLimits.Assignees ? Refusal.TooMany("assignees", ListLimits.Assignees) : new Assigned(c.TaskId, c.UserId);
            case Unassign c:
                return now.Assignees.Contains(c.UserId) ? new Unassigned(c.TaskId, c.UserId) : Decision.NoChange;
            case WatchTask c:
                return now.Watchers.Contains(actorId) ? Decision.NoChange : new TaskWatched(c.TaskId, actorId);
            case UnwatchTask c:
                return now.Watchers.Contains(actorId) ? new TaskUnwatched(c.TaskId, actorId) : Decision.NoChange;
            case AddLabel c:
                if (!state.Labels.ContainsKey(c.LabelId)) return new Refusal(Codes.LabelNotFound);
                return now.Labels.Contains(c.LabelId) ? Decision.NoChange : new LabelAdded(c.TaskId, c.LabelId);
            case RemoveLabel c:
                return now.Labels.Contains(c.LabelId) ? new LabelRemoved(c.TaskId, c.LabelId) : Decision.NoChange;
            default:
                throw new UnreachableException($"No rule decides {command.GetType().Name}.");
        }
    }
}
