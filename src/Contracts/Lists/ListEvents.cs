using System.Text.Json.Serialization;

namespace TaskList.Contracts.Lists;

/// <summary>What happened to a list; what happened to a task is in TaskEvents.cs. These are the words of the log: names and meanings never change, members are only added.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ListCreated), "listCreated")]
[JsonDerivedType(typeof(ListRenamed), "listRenamed")]
[JsonDerivedType(typeof(ListKeySet), "listKeySet")]
[JsonDerivedType(typeof(ListArchived), "listArchived")]
[JsonDerivedType(typeof(ListUnarchived), "listUnarchived")]
[JsonDerivedType(typeof(ListDeleted), "listDeleted")]
[JsonDerivedType(typeof(ListRestored), "listRestored")]
[JsonDerivedType(typeof(MemberAdded), "memberAdded")]
[JsonDerivedType(typeof(MemberRoleSet), "memberRoleSet")]
[JsonDerivedType(typeof(MemberRemoved), "memberRemoved")]
[JsonDerivedType(typeof(SectionAdded), "sectionAdded")]
[JsonDerivedType(typeof(SectionRenamed), "sectionRenamed")]
[JsonDerivedType(typeof(SectionLimitSet), "sectionLimitSet")]
[JsonDerivedType(typeof(SectionMoved), "sectionMoved")]
[JsonDerivedType(typeof(SectionDeleted), "sectionDeleted")]
[JsonDerivedType(typeof(SectionRestored), "sectionRestored")]
[JsonDerivedType(typeof(LabelDefined), "labelDefined")]
[JsonDerivedType(typeof(LabelDeleted), "labelDeleted")]
[JsonDerivedType(typeof(LabelRestored), "labelRestored")]
[JsonDerivedType(typeof(TaskAdded), "taskAdded")]
[JsonDerivedType(typeof(TaskEdited), "taskEdited")]
[JsonDerivedType(typeof(TaskMoved), "taskMoved")]
[JsonDerivedType(typeof(TaskCompleted), "taskCompleted")]
[JsonDerivedType(typeof(TaskReopened), "taskReopened")]
[JsonDerivedType(typeof(TaskDeleted), "taskDeleted")]
[JsonDerivedType(typeof(TaskRestored), "taskRestored")]
[JsonDerivedType(typeof(TaskParentSet), "taskParentSet")]
[JsonDerivedType(typeof(Assigned), "assigned")]
[JsonDerivedType(typeof(Unassigned), "unassigned")]
[JsonDerivedType(typeof(TaskWatched), "taskWatched")]
[JsonDerivedType(typeof(TaskUnwatched), "taskUnwatched")]
[JsonDerivedType(typeof(LabelAdded), "labelAdded")]
[JsonDerivedType(typeof(LabelRemoved), "labelRemoved")]
[JsonDerivedType(typeof(ChecklistItemAdded), "checklistItemAdded")]
[JsonDerivedType(typeof(ChecklistItemEdited), "checklistItemEdited")]
[JsonDerivedType(typeof(ChecklistItemChecked), "checklistItemChecked")]
[JsonDerivedType(typeof(ChecklistItemMoved), "checklistItemMoved")]
[JsonDerivedType(typeof(ChecklistItemDeleted), "checklistItemDeleted")]
[JsonDerivedType(typeof(CommentAdded), "commentAdded")]
[JsonDerivedType(typeof(CommentEdited), "commentEdited")]
[JsonDerivedType(typeof(CommentDeleted), "commentDeleted")]
[JsonDerivedType(typeof(CommentRestored), "commentRestored")]
[JsonDerivedType(typeof(Undone), "undone")]
[JsonDerivedType(typeof(TaskTransferStarted), "taskTransferStarted")]
[JsonDerivedType(typeof(TaskReceived), "taskReceived")]
[JsonDerivedType(typeof(TaskTransferred), "taskTransferred")]
[JsonDerivedType(typeof(TaskTransferCancelled), "taskTransferCancelled")]
public abstract record ListEvent;

/// <param name="Key">The letters of the task numbers; lists of earlier releases have none.</param>
public sealed record ListCreated(
    string Name,
    Guid OwnerId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Key = null) : ListEvent;

public sealed record ListRenamed(string Name) : ListEvent;

public sealed record ListKeySet(string Key) : ListEvent;

public sealed record ListArchived : ListEvent;

public sealed record ListUnarchived : ListEvent;

/// <summary>The list is gone for everybody, but its owners can restore it for some days.</summary>
public sealed record ListDeleted : ListEvent;

public sealed record ListRestored : ListEvent;

public sealed record MemberAdded(Guid UserId, Role Role) : ListEvent;

public sealed record MemberRoleSet(Guid UserId, Role Role) : ListEvent;

public sealed record MemberRemoved(Guid UserId) : ListEvent;

/// <param name="AfterSectionId">The live section before it, or null for the first place.</param>
public sealed record SectionAdded(Guid SectionId, string Name, Guid? AfterSectionId) : ListEvent;

public sealed record SectionRenamed(Guid SectionId, string Name) : ListEvent;

public sealed record SectionLimitSet(Guid SectionId, int? Limit) : ListEvent;

public sealed record SectionMoved(Guid SectionId, Guid? AfterSectionId) : ListEvent;

/// <summary>The section goes, and its tasks with it.</summary>
public sealed record SectionDeleted(Guid SectionId) : ListEvent;

/// <param name="Tasks">The whole tasks that come back with it, in order, for clients, which forget what is deleted.</param>
public sealed record SectionRestored(
    Guid SectionId,
    Guid? AfterSectionId,
    string Name,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Limit,
    IReadOnlyList<TaskPicture> Tasks) : ListEvent;

public sealed record LabelDefined(Guid LabelId, string Name, string Color) : ListEvent;

/// <summary>The label goes, and from every task that had it.</summary>
public sealed record LabelDeleted(Guid LabelId) : ListEvent;

/// <param name="TaskIds">The live tasks that have it again.</param>
public sealed record LabelRestored(Guid LabelId, string Name, string Color, IReadOnlyList<Guid> TaskIds) : ListEvent;

/// <summary>The first event of an undo; the ordinary events after it are what it did.</summary>
/// <param name="Version">The change that was undone.</param>
public sealed record Undone(long Version) : ListEvent;
