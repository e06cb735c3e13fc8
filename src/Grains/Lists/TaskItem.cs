using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

/// <summary>One task as its list holds it, deleted or not: what it says, and where it stands. Only <see cref="ListState"/> changes it.</summary>
sealed class TaskItem(Guid taskId, int number, DateTime createdAt, Guid? createdBy, TaskContent content)
{
    public Guid TaskId { get; } = taskId;

    /// <summary>Changes only when a task comes back from another list.</summary>
    public int Number { get; set; } = number;

    public DateTime CreatedAt { get; } = createdAt;

    public Guid? CreatedBy { get; } = createdBy;

    public TaskContent Content { get; set; } = content;

    public bool Deleted => Content.Deleted;

    public Section Section { get; private set; } = null!;

    public LinkedListNode<Place> Node { get; private set; } = null!;

    /// <summary>Its neighbours among those seen in its section; null at the ends, and while it is deleted.</summary>
    public TaskItem? Previous { get; set; }

    public TaskItem? Next { get; set; }

    /// <summary>A task goes with its section without being deleted itself.</summary>
    public bool IsLive => !Deleted && !Section.Deleted;

    public void Settle(Section section, LinkedListNode<Place> node) => (Section, Node) = (section, node);

    public TaskPicture ToPicture() => new(
        TaskId,
        Number,
        Content.Title,
        Content.Description,
        CreatedAt,
        CreatedBy,
        Content.CompletedAt,
        Content.Priority,
        Content.StartAt,
        Content.DueAt,
        Content.TimeZone,
        Content.Recurrence,
        Content.Assignees,
        Content.Labels,
        Content.Watchers,
        Content.ParentTaskId,
        [.. Content.Checklist.Select(item => item.ToPicture())],
        [.. Content.Comments.Select(comment => comment.ToPicture())],
        Content.Transfer is { } transfer ? new TransferPicture(transfer.ToListId) : null);
}

/// <summary>A task's place in a section's order. A ghost is the place that a task has left for another section: an anchor that still names it resolves here.</summary>
readonly record struct Place(TaskItem Task, bool Ghost)
{
    public bool Seen => !Ghost && !Task.Deleted;
}
