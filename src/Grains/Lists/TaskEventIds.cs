using System.Diagnostics;
using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

/// <summary>Which task an event is about.</summary>
static class TaskEventIds
{
    public static Guid TaskId(this ListEvent happened) => happened.FindTaskId() ?? throw new UnreachableException($"{happened.GetType().Name} is about no task.");

    /// <summary>Sections and labels take tasks along, some without naming them. An event that only names the task as a neighbour or a parent is about another one.</summary>
    /// <param name="before">The list right before the event's change.</param>
    public static bool IsAbout(this ListEvent happened, Guid taskId, ListState before) => happened switch
    {
        SectionDeleted e => before.Task(taskId)?.Section.SectionId == e.SectionId,
        SectionRestored e => e.Tasks.Any(task => task.TaskId == taskId),
        LabelDeleted e => before.Task(taskId)?.Content.Labels.Contains(e.LabelId) == true,
        LabelRestored e => e.TaskIds.Contains(taskId),
        _ => happened.FindTaskId() == taskId,
    };

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
