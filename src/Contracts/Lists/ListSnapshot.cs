using System.Text.Json.Serialization;

namespace TaskList.Contracts.Lists;

/// <summary>The full picture of a list at one version, as clients get it: live items only, order = array order.</summary>
public sealed record ListSnapshot(
    Guid ListId,
    Guid HistoryId,
    long Version,
    string Name,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Key,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTime? ArchivedAt,
    IEnumerable<SectionPicture> Sections,
    IEnumerable<TaskPicture> Tasks,
    IEnumerable<LabelPicture> Labels,
    IEnumerable<ListMember> Members);

public sealed record SectionPicture(
    Guid SectionId,
    string Name,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Limit,
    IEnumerable<Guid> TaskIds);

public sealed record LabelPicture(Guid LabelId, string Name, string Color);

public sealed record TaskPicture(
    Guid TaskId,
    int Number,
    string Title,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Description,
    DateTime CreatedAt,
    Guid? CreatedBy,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTime? CompletedAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Priority,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTime? StartAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTime? DueAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? TimeZone,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Recurrence? Recurrence,
    IReadOnlyList<Guid> AssigneeIds,
    IReadOnlyList<Guid> LabelIds,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<Guid>? WatcherIds,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? ParentTaskId,
    IReadOnlyList<ChecklistItemPicture> Checklist,
    IReadOnlyList<CommentPicture> Comments,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] TransferPicture? Transfer);

public sealed record ChecklistItemPicture(Guid ItemId, string Text, bool Checked);

public sealed record CommentPicture(
    Guid CommentId,
    Guid? AuthorId,
    DateTime At,
    string Text,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTime? EditedAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<Guid>? Mentions,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ImportedAuthor,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTime? ImportedAt);

/// <summary>The task is on its way to another list.</summary>
public sealed record TransferPicture(Guid ToListId);
