using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

/// <summary>One task as its list holds it, deleted or not. Only <see cref="ListState"/> changes it.</summary>
sealed class TaskItem(Guid taskId, int number, string title, DateTime createdAt, Guid? createdBy)
{
    public Guid TaskId { get; } = taskId;

    public int Number { get; } = number;

    public DateTime CreatedAt { get; } = createdAt;

    public Guid? CreatedBy { get; } = createdBy;

    public string Title { get; set; } = title;

    public string? Description { get; set; }

    public DateTime? CompletedAt { get; set; }

    public DateTime? StartAt { get; set; }

    public DateTime? DueAt { get; set; }

    public bool Deleted { get; set; }

    public List<Guid> Assignees { get; init; } = [];

    public List<Guid> Labels { get; init; } = [];

    public List<ChecklistItemPicture> Checklist { get; init; } = [];

    public List<CommentPicture> Comments { get; init; } = [];

    /// <summary>Who last wrote each field that an editor can clash on, by the field's wire name.</summary>
    public Dictionary<string, FieldStamp> Stamps { get; init; } = [];

    public Section Section { get; private set; } = null!;

    public LinkedListNode<Place> Node { get; private set; } = null!;

    /// <summary>A task goes with its section without being deleted itself.</summary>
    public bool IsLive => !Deleted && !Section.Deleted;

    public void Settle(Section section, LinkedListNode<Place> node) => (Section, Node) = (section, node);

    public TaskPicture ToPicture() => new(
        TaskId, Number, Title, Description, CreatedAt, CreatedBy, CompletedAt, StartAt, DueAt, [.. Assignees], [.. Labels], [.. Checklist], [.. Comments]);
}

/// <summary>The version and actor of a field's last write.</summary>
readonly record struct FieldStamp(long Version, Guid? ActorId);

/// <summary>A task's place in a section's order. A ghost is the place that a task has left for another section: an anchor that still names it resolves here.</summary>
readonly record struct Place(TaskItem Task, bool Ghost)
{
    public bool Seen => !Ghost && !Task.Deleted;
}
