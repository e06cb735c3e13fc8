namespace TaskList.Contracts.Lists;

/// <summary>Everything a user can ask of a list; those on one task are in TaskCommands.cs. A command's names and fields are in docs/protocol.md; docs and parser go together.</summary>
/// <param name="CommandId">Made by the client; the same id is the same command for ever.</param>
/// <param name="BaseVersion">The version the user saw, for reporting conflicts; null when unknown.</param>
public abstract record ListCommand(Guid CommandId, long? BaseVersion);

/// <summary>Where to put something among its siblings.</summary>
/// <param name="Last">No anchor was given.</param>
/// <param name="After">The sibling before it; null with <paramref name="Last"/> false is the first place.</param>
public readonly record struct Anchor(bool Last, Guid? After);

public sealed record RenameList(Guid CommandId, long? BaseVersion, string Name) : ListCommand(CommandId, BaseVersion);

public sealed record SetListKey(Guid CommandId, long? BaseVersion, string Key) : ListCommand(CommandId, BaseVersion);

public sealed record SetMemberRole(Guid CommandId, long? BaseVersion, Guid UserId, Role Role) : ListCommand(CommandId, BaseVersion);

public sealed record RemoveMember(Guid CommandId, long? BaseVersion, Guid UserId) : ListCommand(CommandId, BaseVersion);

public sealed record LeaveList(Guid CommandId, long? BaseVersion) : ListCommand(CommandId, BaseVersion);

/// <summary>Keeps the list to be read, and to be taken up again.</summary>
public sealed record ArchiveList(Guid CommandId, long? BaseVersion) : ListCommand(CommandId, BaseVersion);

public sealed record UnarchiveList(Guid CommandId, long? BaseVersion) : ListCommand(CommandId, BaseVersion);

public sealed record DeleteList(Guid CommandId, long? BaseVersion) : ListCommand(CommandId, BaseVersion);

/// <summary>The only command that a deleted list takes, from its owners, within <see cref="ListLimits.DaysToRestore"/>.</summary>
public sealed record RestoreList(Guid CommandId, long? BaseVersion) : ListCommand(CommandId, BaseVersion);

public sealed record AddSection(Guid CommandId, long? BaseVersion, Guid SectionId, string Name, Anchor Place) : ListCommand(CommandId, BaseVersion);

public sealed record RenameSection(Guid CommandId, long? BaseVersion, Guid SectionId, string Name) : ListCommand(CommandId, BaseVersion);

/// <param name="Limit">How many tasks the section is meant to hold; null for any number. It is shown, never enforced.</param>
public sealed record SetSectionLimit(Guid CommandId, long? BaseVersion, Guid SectionId, int? Limit) : ListCommand(CommandId, BaseVersion);

public sealed record MoveSection(Guid CommandId, long? BaseVersion, Guid SectionId, Anchor Place) : ListCommand(CommandId, BaseVersion);

public sealed record DeleteSection(Guid CommandId, long? BaseVersion, Guid SectionId) : ListCommand(CommandId, BaseVersion);

public sealed record DefineLabel(Guid CommandId, long? BaseVersion, Guid LabelId, string Name, string Color) : ListCommand(CommandId, BaseVersion);

/// <summary>Takes the label off every task, too.</summary>
public sealed record DeleteLabel(Guid CommandId, long? BaseVersion, Guid LabelId) : ListCommand(CommandId, BaseVersion);

/// <summary>Takes back what a change did, as far as nobody has changed it since.</summary>
/// <param name="Version">The change to be undone.</param>
public sealed record Undo(Guid CommandId, long? BaseVersion, long Version) : ListCommand(CommandId, BaseVersion);

/// <summary>Many commands as one change: all or nothing. Each sees what those before it did.</summary>
/// <param name="Commands">Up to <see cref="ListLimits.BatchCommands"/>; their own ids are made from this one's.</param>
public sealed record Bulk(Guid CommandId, long? BaseVersion, IReadOnlyList<ListCommand> Commands) : ListCommand(CommandId, BaseVersion);
