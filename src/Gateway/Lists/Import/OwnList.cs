using System.Text.Json;

namespace TaskList.Gateway.Lists.Import;

// What is read of an export of our own: the list as it stands. The changes that led there are skipped while reading.
// Absent members are what an older export does not know.

sealed record OwnPerson(Guid UserId, string? DisplayName);

sealed record OwnList(string Name, IReadOnlyList<OwnSection> Sections, IReadOnlyList<OwnTask> Tasks, IReadOnlyList<OwnLabel> Labels)
{
    public string? Key { get; init; }
}

sealed record OwnSection(Guid SectionId, string Name, IReadOnlyList<Guid> TaskIds)
{
    public int? Limit { get; init; }
}

sealed record OwnLabel(Guid LabelId, string Name, string Color);

sealed record OwnTask(Guid TaskId, string Title)
{
    public string? Description { get; init; }

    public DateTime? CompletedAt { get; init; }

    public int? Priority { get; init; }

    public DateTime? StartAt { get; init; }

    public DateTime? DueAt { get; init; }

    public string? TimeZone { get; init; }

    /// <summary>Handed on as it is: the list knows what it means.</summary>
    public JsonElement? Recurrence { get; init; }

    public IReadOnlyList<Guid> AssigneeIds { get; init; } = [];

    public IReadOnlyList<Guid> LabelIds { get; init; } = [];

    public Guid? ParentTaskId { get; init; }

    public IReadOnlyList<OwnChecklistItem> Checklist { get; init; } = [];

    public IReadOnlyList<OwnComment> Comments { get; init; } = [];
}

sealed record OwnChecklistItem(Guid ItemId, string Text, bool Checked);

sealed record OwnComment(Guid CommentId, DateTime At, string Text)
{
    public Guid? AuthorId { get; init; }

    public string? ImportedAuthor { get; init; }

    public DateTime? ImportedAt { get; init; }
}
