using TaskList.Contracts;
using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

static partial class ListRules
{
    /// <summary>A task that recurs hands its recurrence on to the next one, which takes the place right before it.</summary>
    static Decision Complete(ListState state, TaskItem task, CompleteTask c, DateTime at)
    {
        var now = task.Content;
        if (now.CompletedAt is not null) return Decision.NoChange;
        var conflict = FieldConflict.Of(now.Stamps, Fields.Completed, null, c.BaseVersion);
        if (now.Recurrence is not { } recurrence || NextDates.After(recurrence, now.StartAt, now.DueAt, now.TimeZone, at) is not { } next)
            return Decision.Write(new TaskCompleted(task.TaskId), conflict);
        if (state.TaskCount >= ListLimits.Tasks) return Refusal.TooMany("tasks", ListLimits.Tasks);

        var nextId = DerivedId.Of(c.CommandId, "next task");
        if (state.AnyTask(nextId) is not null) return Refusal.With(Codes.IdTaken, "field", "taskId");
        Guid[] assignees = [.. now.Assignees.Where(id => state.RoleOf(id) is not null)];
        List<ListEvent> events =
        [
            new TaskCompleted(task.TaskId),
            new TaskEdited(task.TaskId, Recurrence: new Optional<Recurrence?>(null)),
            new TaskAdded(
                nextId, task.Section.SectionId, state.LastNumber + 1, now.Title, now.Description, now.Priority, next.StartAt, next.DueAt, now.TimeZone,
                next.Recurrence, OrNull(assignees), OrNull(now.Labels), now.ParentTaskId, Section.Before(task)?.TaskId),
        ];
        Guid? after = null;
        foreach (var item in now.Checklist)
        {
            var itemId = DerivedId.Of(nextId, $"{item.ItemId}");
            events.Add(new ChecklistItemAdded(nextId, itemId, item.Text, false, after));
            after = itemId;
        }

        return new Decision(null, events, conflict is null ? null : [conflict]);
    }
}
