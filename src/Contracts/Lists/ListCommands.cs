namespace TaskList.Contracts.Lists;

/// <summary>Everything a user can ask of a list. A command's names and fields are in docs/protocol.md; docs and parser go together.</summary>
/// <param name="CommandId">Made by the client; the same id is the same command for ever.</param>
/// <param name="BaseVersion">The version the user saw, for reporting conflicts; null when unknown.</param>
public abstract record ListCommand(Guid CommandId, long? BaseVersion);

/// <summary>Where to put something among its siblings.</summary>
/// <param name="Last">No anchor was given.</param>
/// <param name="After">The sibling before it; null with <paramref name="Last"/> false is the first place.</param>
public readonly record struct Anchor(bool Last, Guid? After);

public sealed record RenameList(Guid CommandId, long? BaseVersion, string Name) : ListCommand(CommandId, BaseVersion);

public sealed record SetMemberRole(Guid CommandId, long? BaseVersion, Guid UserId, Role Role) : ListCommand(CommandId, BaseVersion);

public sealed record RemoveMember(Guid CommandId, long? BaseVersion, Guid UserId) : ListCommand(CommandId, BaseVersion);

public sealed record LeaveList(Guid CommandId, long? BaseVersion) : ListCommand(CommandId, BaseVersion);

public sealed record AddSection(Guid CommandId, long? BaseVersion, Guid SectionId, string Name, Anchor Place) : ListCommand(CommandId, BaseVersion);

public sealed record RenameSection(Guid CommandId, long? BaseVersion, Guid SectionId, string Name) : ListCommand(CommandId, BaseVersion);

public sealed record MoveSection(Guid CommandId, long? BaseVersion, Guid SectionId, Anchor Place) : ListCommand(CommandId, BaseVersion);

public sealed record DeleteSection(Guid CommandId, long? BaseVersion, Guid SectionId) : ListCommand(CommandId, BaseVersion);

public sealed record AddTask(
    Guid CommandId, long? BaseVersion, Guid TaskId, Guid SectionId, string Title, string? Description, DateTime? StartAt, DateTime? DueAt, Anchor Place)
    : ListCommand(CommandId, BaseVersion);

public sealed record EditTask(
    Guid CommandId,
    long? BaseVersion,
    Guid TaskId,
    Optional<string> Title,
    Optional<string?> Description,
    Optional<DateTime?> StartAt,
    Optional<DateTime?> DueAt)
    : ListCommand(CommandId, BaseVersion);

public sealed record MoveTask(Guid CommandId, long? BaseVersion, Guid TaskId, Guid SectionId, Anchor Place) : ListCommand(CommandId, BaseVersion);

public sealed record CompleteTask(Guid CommandId, long? BaseVersion, Guid TaskId) : ListCommand(CommandId, BaseVersion);

public sealed record ReopenTask(Guid CommandId, long? BaseVersion, Guid TaskId) : ListCommand(CommandId, BaseVersion);

public sealed record DeleteTask(Guid CommandId, long? BaseVersion, Guid TaskId) : ListCommand(CommandId, BaseVersion);

public sealed record RestoreTask(Guid CommandId, long? BaseVersion, Guid TaskId) : ListCommand(CommandId, BaseVersion);

public sealed record Assign(Guid CommandId, long? BaseVersion, Guid TaskId, Guid UserId) : ListCommand(CommandId, BaseVersion);

public sealed record Unassign(Guid CommandId, long? BaseVersion, Guid TaskId, Guid UserId) : ListCommand(CommandId, BaseVersion);

public sealed record DefineLabel(Guid CommandId, long? BaseVersion, Guid LabelId, string Name, string Color) : ListCommand(CommandId, BaseVersion);

public sealed record AddLabel(Guid CommandId, long? BaseVersion, Guid TaskId, Guid LabelId) : ListCommand(CommandId, BaseVersion);

public sealed record RemoveLabel(Guid CommandId, long? BaseVersion, Guid TaskId, Guid LabelId) : ListCommand(CommandId, BaseVersion);

public sealed record AddChecklistItem(Guid CommandId, long? BaseVersion, Guid TaskId, Guid ItemId, string Text, bool Checked, Anchor Place)
    : ListCommand(CommandId, BaseVersion);

/// <summary><see cref="ImportedAuthor"/> and <see cref="ImportedAt"/> are an owner's only: they put words into somebody's mouth.</summary>
public sealed record AddComment(
    Guid CommandId, long? BaseVersion, Guid TaskId, Guid CommentId, string Text, string? ImportedAuthor, DateTime? ImportedAt)
    : ListCommand(CommandId, BaseVersion);
