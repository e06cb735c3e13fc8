using System.Text.Json.Serialization;

namespace TaskList.Contracts.Lists;

/// <summary>The full picture of a list at one version, as clients get it: live items only, order = array order.</summary>
public sealed record ListSnapshot(
    Guid ListId,
    Guid HistoryId,
    long Version,
    string Name,
    IEnumerable<SectionPicture> Sections,
    IEnumerable<TaskPicture> Tasks,
    IEnumerable<LabelPicture> Labels,
    IEnumerable<ListMember> Members);

public sealed record SectionPicture(Guid SectionId, string Name, IEnumerable<Guid> TaskIds);

public sealed record LabelPicture(Guid LabelId, string Name, string Color);

public sealed record TaskPicture(
    Guid TaskId,
    int Number,
    string Title,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Description,
    DateTime CreatedAt,
    Guid? CreatedBy,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTime? CompletedAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTime? StartAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTime? DueAt,
    IReadOnlyList<Guid> AssigneeIds,
    IReadOnlyList<Guid> LabelIds,
    IReadOnlyList<ChecklistItemPicture> Checklist,
    IReadOnlyList<CommentPicture> Comments);

public sealed record ChecklistItemPicture(Guid ItemId, string Text, bool Checked);

public sealed record CommentPicture(
    Guid CommentId,
    Guid? AuthorId,
    DateTime At,
    string Text,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ImportedAuthor,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTime? ImportedAt);
