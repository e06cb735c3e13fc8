using System.Text.Json.Serialization;

namespace TaskList.Contracts.Lists;

/// <param name="Number">Counts up within the list and is never used twice.</param>
/// <param name="AfterTaskId">The live task before it in its section, or null for the first place.</param>
public sealed record TaskAdded(
    Guid TaskId,
    Guid SectionId,
    int Number,
    string Title,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Description,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Priority,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTime? StartAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTime? DueAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? TimeZone,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Recurrence? Recurrence,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<Guid>? AssigneeIds,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<Guid>? LabelIds,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? ParentTaskId,
    Guid? AfterTaskId) : ListEvent;

/// <summary>Only the fields that changed; null for one that was cleared.</summary>
public sealed record TaskEdited(
    Guid TaskId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<string> Title = default,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<string?> Description = default,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<int?> Priority = default,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<DateTime?> StartAt = default,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<DateTime?> DueAt = default,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<string?> TimeZone = default,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<Recurrence?> Recurrence = default) : ListEvent;

public sealed record TaskMoved(Guid TaskId, Guid SectionId, Guid? AfterTaskId) : ListEvent;

public sealed record TaskCompleted(Guid TaskId) : ListEvent;

public sealed record TaskReopened(Guid TaskId) : ListEvent;

public sealed record TaskDeleted(Guid TaskId) : ListEvent;

/// <param name="Task">The whole task, for clients, which forget what is deleted.</param>
public sealed record TaskRestored(Guid TaskId, Guid SectionId, Guid? AfterTaskId, TaskPicture Task) : ListEvent;

public sealed record TaskParentSet(Guid TaskId, Guid? ParentTaskId) : ListEvent;

public sealed record Assigned(Guid TaskId, Guid UserId) : ListEvent;

public sealed record Unassigned(Guid TaskId, Guid UserId) : ListEvent;

public sealed record TaskWatched(Guid TaskId, Guid UserId) : ListEvent;

public sealed record TaskUnwatched(Guid TaskId, Guid UserId) : ListEvent;

public sealed record LabelAdded(Guid TaskId, Guid LabelId) : ListEvent;

public sealed record LabelRemoved(Guid TaskId, Guid LabelId) : ListEvent;

public sealed record ChecklistItemAdded(Guid TaskId, Guid ItemId, string Text, bool Checked, Guid? AfterItemId) : ListEvent;

public sealed record ChecklistItemEdited(Guid TaskId, Guid ItemId, string Text) : ListEvent;

public sealed record ChecklistItemChecked(Guid TaskId, Guid ItemId, bool Checked) : ListEvent;

public sealed record ChecklistItemMoved(Guid TaskId, Guid ItemId, Guid? AfterItemId) : ListEvent;

public sealed record ChecklistItemDeleted(Guid TaskId, Guid ItemId) : ListEvent;

/// <param name="ImportedAuthor">A name out of an imported file; text, not a user.</param>
public sealed record CommentAdded(
    Guid TaskId,
    Guid CommentId,
    string Text,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<Guid>? Mentions,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ImportedAuthor,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTime? ImportedAt) : ListEvent;

/// <param name="Mentions">Absent: nobody any more.</param>
public sealed record CommentEdited(
    Guid TaskId,
    Guid CommentId,
    string Text,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<Guid>? Mentions) : ListEvent;

public sealed record CommentDeleted(Guid TaskId, Guid CommentId) : ListEvent;

/// <param name="AfterCommentId">The comment before it, or null for the first place.</param>
public sealed record CommentRestored(Guid TaskId, Guid? AfterCommentId, CommentPicture Comment) : ListEvent;

/// <summary>The task is frozen until the other list has answered.</summary>
/// <param name="TransferId">The id of the command that asked for it.</param>
/// <param name="AfterTaskId">The anchor as it was given; absent means last, null first.</param>
public sealed record TaskTransferStarted(
    Guid TaskId,
    Guid TransferId,
    Guid ToListId,
    Guid ToSectionId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<Guid?> AfterTaskId = default) : ListEvent;

/// <summary>A task has come from another list.</summary>
/// <param name="Task">As it is here: labels are this list's, people who are no members and the parent are left out.</param>
public sealed record TaskReceived(
    Guid TaskId, Guid FromListId, Guid TransferId, Guid SectionId, Guid? AfterTaskId, int Number, TaskPicture Task) : ListEvent;

/// <summary>The other list has it: the task is gone here.</summary>
public sealed record TaskTransferred(Guid TaskId, Guid ToListId) : ListEvent;

/// <param name="Code">Why the other list did not take it.</param>
public sealed record TaskTransferCancelled(Guid TaskId, string Code) : ListEvent;
