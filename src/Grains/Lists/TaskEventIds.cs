using System.Diagnostics;
using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

/// <summary>Which task an event is about.</summary>
static class TaskEventIds
{
    public static Guid TaskId(this ListEvent happened) => happened.FindTaskId() ?? throw new UnreachableException($"{happened.GetType().Name} is about no task.");

    /// <summary>Null for an event that is about no single task.</summary>
    public static Guid? FindTaskId(this ListEvent happened) => happened switch
    {
        TaskAdded e => e.TaskId,
        TaskEdited e => e.TaskId,
        TaskMoved e => e.TaskId,
        TaskCompleted e => e.TaskId,
        TaskReopened e => e.TaskId,
        TaskDeleted e => e.TaskId,
        TaskRestored e => e.TaskId,
        TaskParentSet e => e.TaskId,
        Assigned e => e.TaskId,
        Unassigned e => e.TaskId,
        TaskWatched e => e.TaskId,
        TaskUnwatched e => e.TaskId,
        LabelAdded e => e.TaskId,
        LabelRemoved e => e.TaskId,
        ChecklistItemAdded e => e.TaskId,
        ChecklistItemEdited e => e.TaskId,
        ChecklistItemChecked e => e.TaskId,
        ChecklistItemMoved e => e.TaskId,
        ChecklistItemDeleted e => e.TaskId,
        CommentAdded e => e.TaskId,
        CommentEdited e => e.TaskId,
        CommentDeleted e => e.TaskId,
        CommentRestored e => e.TaskId,
        TaskTransferStarted e => e.TaskId,
        TaskReceived e => e.TaskId,
        TaskTransferred e => e.TaskId,
        TaskTransferCancelled e => e.TaskId,
        _ => null,
    };
}
