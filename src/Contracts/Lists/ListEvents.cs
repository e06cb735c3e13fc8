using System.Text.Json.Serialization;

namespace TaskList.Contracts.Lists;

/// <summary>What happened to a list. These are the words of the log: names and meanings never change, members are only added.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ListCreated), "listCreated")]
[JsonDerivedType(typeof(ListRenamed), "listRenamed")]
[JsonDerivedType(typeof(MemberAdded), "memberAdded")]
[JsonDerivedType(typeof(MemberRoleSet), "memberRoleSet")]
[JsonDerivedType(typeof(MemberRemoved), "memberRemoved")]
[JsonDerivedType(typeof(SectionAdded), "sectionAdded")]
[JsonDerivedType(typeof(SectionRenamed), "sectionRenamed")]
[JsonDerivedType(typeof(SectionMoved), "sectionMoved")]
[JsonDerivedType(typeof(SectionDeleted), "sectionDeleted")]
[JsonDerivedType(typeof(TaskAdded), "taskAdded")]
[JsonDerivedType(typeof(TaskEdited), "taskEdited")]
[JsonDerivedType(typeof(TaskMoved), "taskMoved")]
[JsonDerivedType(typeof(TaskCompleted), "taskCompleted")]
[JsonDerivedType(typeof(TaskReopened), "taskReopened")]
[JsonDerivedType(typeof(TaskDeleted), "taskDeleted")]
[JsonDerivedType(typeof(TaskRestored), "taskRestored")]
[JsonDerivedType(typeof(Assigned), "assigned")]
[JsonDerivedType(typeof(Unassigned), "unassigned")]
[JsonDerivedType(typeof(LabelDefined), "labelDefined")]
[JsonDerivedType(typeof(LabelAdded), "labelAdded")]
[JsonDerivedType(typeof(LabelRemoved), "labelRemoved")]
[JsonDerivedType(typeof(ChecklistItemAdded), "checklistItemAdded")]
[JsonDerivedType(typeof(CommentAdded), "commentAdded")]
public abstract record ListEvent;

public sealed record ListCreated(string Name, Guid OwnerId) : ListEvent;

public sealed record ListRenamed(string Name) : ListEvent;

public sealed record MemberAdded(Guid UserId, Role Role) : ListEvent;

public sealed record MemberRoleSet(Guid UserId, Role Role) : ListEvent;

public sealed record MemberRemoved(Guid UserId) : ListEvent;

/// <param name="AfterSectionId">The live section before it, or null for the first place.</param>
public sealed record SectionAdded(Guid SectionId, string Name, Guid? AfterSectionId) : ListEvent;

public sealed record SectionRenamed(Guid SectionId, string Name) : ListEvent;

public sealed record SectionMoved(Guid SectionId, Guid? AfterSectionId) : ListEvent;

/// <summary>The section goes, and its tasks with it.</summary>
public sealed record SectionDeleted(Guid SectionId) : ListEvent;

/// <param name="Number">Counts up within the list and is never used twice.</param>
/// <param name="AfterTaskId">The live task before it in its section, or null for the first place.</param>
public sealed record TaskAdded(
    Guid TaskId,
    Guid SectionId,
    int Number,
    string Title,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Description,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTime? StartAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTime? DueAt,
    Guid? AfterTaskId) : ListEvent;

/// <summary>Only the fields that changed; null for one that was cleared.</summary>
public sealed record TaskEdited(
    Guid TaskId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<string> Title,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<string?> Description,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<DateTime?> StartAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Optional<DateTime?> DueAt) : ListEvent;

public sealed record TaskMoved(Guid TaskId, Guid SectionId, Guid? AfterTaskId) : ListEvent;

public sealed record TaskCompleted(Guid TaskId) : ListEvent;

public sealed record TaskReopened(Guid TaskId) : ListEvent;

public sealed record TaskDeleted(Guid TaskId) : ListEvent;

/// <param name="Task">The whole task, for clients, which forget what is deleted.</param>
public sealed record TaskRestored(Guid TaskId, Guid SectionId, Guid? AfterTaskId, TaskPicture Task) : ListEvent;

public sealed record Assigned(Guid TaskId, Guid UserId) : ListEvent;

public sealed record Unassigned(Guid TaskId, Guid UserId) : ListEvent;

public sealed record LabelDefined(Guid LabelId, string Name, string Color) : ListEvent;

public sealed record LabelAdded(Guid TaskId, Guid LabelId) : ListEvent;

public sealed record LabelRemoved(Guid TaskId, Guid LabelId) : ListEvent;

public sealed record ChecklistItemAdded(Guid TaskId, Guid ItemId, string Text, bool Checked, Guid? AfterItemId) : ListEvent;

/// <param name="ImportedAuthor">A name out of an imported file; text, not a user.</param>
public sealed record CommentAdded(
    Guid TaskId,
    Guid CommentId,
    string Text,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ImportedAuthor,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTime? ImportedAt) : ListEvent;
