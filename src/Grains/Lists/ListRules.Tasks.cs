using System.Diagnostics;
using TaskList.Contracts;
using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

static partial class ListRules
{
    static Decision Decide(ListState state, AddTask c)
    {
        if (state.AnyTask(c.TaskId) is not null) return Refusal.With(Codes.IdTaken, "field", "taskId");
        if (state.Section(c.SectionId) is not { } section) return new Refusal(Codes.SectionNotFound);
        if (state.TaskCount >= ListLimits.Tasks) return Refusal.TooMany("tasks", ListLimits.Tasks);
        var after = Resolve(state, section, c.Place, mover: null);
        return new TaskAdded(c.TaskId, c.SectionId, state.LastNumber + 1, c.Title, c.Description, c.StartAt, c.DueAt, after?.TaskId);
    }

    static Decision Decide(ListState state, RestoreTask c)
    {
        if (state.AnyTask(c.TaskId) is not { } task) return new Refusal(Codes.TaskNotFound);
        if (task.IsLive) return Decision.NoChange;
        if (state.TaskCount >= ListLimits.Tasks) return Refusal.TooMany("tasks", ListLimits.Tasks);

        // Its section may be gone for good: then the first one takes it in, at the end.
        var home = task.Section.Deleted ? state.Sections.FirstOrDefault() : task.Section;
        if (home is null) return new Refusal(Codes.SectionNotFound);
        var after = home == task.Section ? Section.Before(task) : home.Resolve(null, task);
        return new TaskRestored(task.TaskId, home.SectionId, after?.TaskId, task.ToPicture());
    }

    /// <summary>Commands on one task that must be there and seen.</summary>
    static Decision OnTask(ListState state, ListCommand command)
    {
        var taskId = command switch
        {
            EditTask c => c.TaskId,
            MoveTask c => c.TaskId,
            CompleteTask c => c.TaskId,
            ReopenTask c => c.TaskId,
            Assign c => c.TaskId,
            Unassign c => c.TaskId,
            AddLabel c => c.TaskId,
            RemoveLabel c => c.TaskId,
            AddChecklistItem c => c.TaskId,
            AddComment c => c.TaskId,
            _ => throw new UnreachableException($"No rule decides {command.GetType().Name}."),
        };
        return state.Task(taskId) is { } task ? OnTask(state, task, command) : new Refusal(Codes.TaskNotFound);
    }

    static Decision OnTask(ListState state, TaskItem task, ListCommand command) => command switch
    {
        EditTask c => Edit(task, c),
        MoveTask c => Move(state, task, c),
        CompleteTask => task.CompletedAt is null ? new TaskCompleted(task.TaskId) : Decision.NoChange,
        ReopenTask => task.CompletedAt is null ? Decision.NoChange : new TaskReopened(task.TaskId),
        Assign c => Decide(state, task, c),
        Unassign c => task.Assignees.Contains(c.UserId) ? new Unassigned(task.TaskId, c.UserId) : Decision.NoChange,
        AddLabel c => Decide(state, task, c),
        RemoveLabel c => task.Labels.Contains(c.LabelId) ? new LabelRemoved(task.TaskId, c.LabelId) : Decision.NoChange,
        AddChecklistItem c => Decide(task, c),
        AddComment c => Decide(task, c),
        _ => throw new UnreachableException($"No rule decides {command.GetType().Name}."),
    };

    static Decision Edit(TaskItem task, EditTask c)
    {
        var edited = new TaskEdited(
            task.TaskId,
            c.Title.HasValue && c.Title.Value != task.Title ? c.Title : default,
            c.Description.HasValue && c.Description.Value != task.Description ? c.Description : default,
            c.StartAt.HasValue && c.StartAt.Value != task.StartAt ? c.StartAt : default,
            c.DueAt.HasValue && c.DueAt.Value != task.DueAt ? c.DueAt : default);

        List<FieldConflict> conflicts = [];
        Clash("title", edited.Title.HasValue, task.Title);
        Clash("description", edited.Description.HasValue, task.Description);
        Clash("startAt", edited.StartAt.HasValue, task.StartAt);
        Clash("dueAt", edited.DueAt.HasValue, task.DueAt);

        var changes = edited.Title.HasValue || edited.Description.HasValue || edited.StartAt.HasValue || edited.DueAt.HasValue;
        return changes ? new Decision(null, [edited], conflicts.Count > 0 ? conflicts : null) : Decision.NoChange;

        void Clash(string field, bool written, object? theirs)
        {
            if (written && c.BaseVersion is { } seen && task.Stamps.TryGetValue(field, out var stamp) && stamp.Version > seen)
                conflicts.Add(new FieldConflict(field, theirs, stamp.ActorId, stamp.Version));
        }
    }

    static Decision Move(ListState state, TaskItem task, MoveTask c)
    {
        if (state.Section(c.SectionId) is not { } section) return new Refusal(Codes.SectionNotFound);
        var after = Resolve(state, section, c.Place, mover: task);
        return section == task.Section && after == Section.Before(task) ? Decision.NoChange : new TaskMoved(task.TaskId, section.SectionId, after?.TaskId);
    }

    static TaskItem? Resolve(ListState state, Section section, Anchor place, TaskItem? mover)
    {
        if (place is { Last: false, After: null }) return null;
        return section.Resolve(place.After is { } id ? state.AnyTask(id) : null, mover);
    }

    static Decision Decide(ListState state, TaskItem task, Assign c)
    {
        if (state.RoleOf(c.UserId) is null) return new Refusal(Codes.MemberNotFound);
        if (task.Assignees.Contains(c.UserId)) return Decision.NoChange;
        return task.Assignees.Count >= ListLimits.Assignees ? Refusal.TooMany("assignees", ListLimits.Assignees) : new Assigned(task.TaskId, c.UserId);
    }

    static Decision Decide(ListState state, TaskItem task, AddLabel c)
    {
        if (!state.Labels.ContainsKey(c.LabelId)) return new Refusal(Codes.LabelNotFound);
        return task.Labels.Contains(c.LabelId) ? Decision.NoChange : new LabelAdded(task.TaskId, c.LabelId);
    }

    static Decision Decide(TaskItem task, AddChecklistItem c)
    {
        if (task.Checklist.Exists(item => item.ItemId == c.ItemId)) return Refusal.With(Codes.IdTaken, "field", "itemId");
        if (task.Checklist.Count >= ListLimits.ChecklistItems) return Refusal.TooMany("checklistItems", ListLimits.ChecklistItems);
        Guid? after = c.Place switch
        {
            { Last: false, After: null } => null,
            { After: { } id } when task.Checklist.Exists(item => item.ItemId == id) => id,
            _ => task.Checklist.Count > 0 ? task.Checklist[^1].ItemId : null,
        };
        return new ChecklistItemAdded(task.TaskId, c.ItemId, c.Text, c.Checked, after);
    }

    static Decision Decide(TaskItem task, AddComment c)
    {
        if (task.Comments.Exists(comment => comment.CommentId == c.CommentId)) return Refusal.With(Codes.IdTaken, "field", "commentId");
        if (task.Comments.Count >= ListLimits.Comments) return Refusal.TooMany("comments", ListLimits.Comments);
        return new CommentAdded(task.TaskId, c.CommentId, c.Text, c.ImportedAuthor, c.ImportedAt);
    }
}
