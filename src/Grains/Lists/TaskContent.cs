using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

/// <summary>What a task says, apart from its place. Immutable with all that it holds, so an old one is a picture of the past at no cost.</summary>
sealed record TaskContent(string Title)
{
    public string? Description { get; init; }

    /// <summary>1 is the highest of 4; null for none.</summary>
    public int? Priority { get; init; }

    public DateTime? StartAt { get; init; }

    public DateTime? DueAt { get; init; }

    /// <summary>IANA name of the zone in which the dates were chosen; null for UTC.</summary>
    public string? TimeZone { get; init; }

    public Recurrence? Recurrence { get; init; }

    public DateTime? CompletedAt { get; init; }

    public Guid? ParentTaskId { get; init; }

    public bool Deleted { get; init; }

    public Guid[] Assignees { get; init; } = [];

    public Guid[] Labels { get; init; } = [];

    public Guid[] Watchers { get; init; } = [];

    public ChecklistItem[] Checklist { get; init; } = [];

    public Comment[] Comments { get; init; } = [];

    public FieldStamps Stamps { get; init; } = FieldStamps.None;

    /// <summary>Where the frozen task is going; null when it is not.</summary>
    public StartedTransfer? Transfer { get; init; }

    /// <summary>The list it was transferred to: it lives there and cannot be restored here.</summary>
    public Guid? LeftFor { get; init; }

    public TaskContent Stamped(string field, FieldStamp stamp) => this with { Stamps = Stamps.With(field, stamp) };

    public static TaskContent From(TaskPicture picture) => new(picture.Title)
    {
        Description = picture.Description,
        Priority = picture.Priority,
        StartAt = picture.StartAt,
        DueAt = picture.DueAt,
        TimeZone = picture.TimeZone,
        Recurrence = picture.Recurrence,
        CompletedAt = picture.CompletedAt,
        ParentTaskId = picture.ParentTaskId,
        Assignees = [.. picture.AssigneeIds],
        Labels = [.. picture.LabelIds],
        Watchers = [.. picture.WatcherIds ?? []],
        Checklist = [.. picture.Checklist.Select(ChecklistItem.From)],
        Comments = [.. picture.Comments.Select(Comment.From)],
    };
}

/// <param name="AfterTaskId">The anchor as it was given.</param>
/// <param name="ActorId">Who asked for it.</param>
sealed record StartedTransfer(Guid TransferId, Guid ToListId, Guid ToSectionId, Anchor AfterTaskId, Guid? ActorId);
