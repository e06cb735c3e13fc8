namespace TaskList.Contracts.Lists;

/// <summary>A command on one task.</summary>
public abstract record TaskCommand(Guid CommandId, long? BaseVersion, Guid TaskId) : ListCommand(CommandId, BaseVersion);

public sealed record AddTask(
    Guid CommandId,
    long? BaseVersion,
    Guid TaskId,
    Guid SectionId,
    string Title,
    string? Description,
    int? Priority,
    DateTime? StartAt,
    DateTime? DueAt,
    string? TimeZone,
    Recurrence? Recurrence,
    IReadOnlyList<Guid> AssigneeIds,
    IReadOnlyList<Guid> LabelIds,
    Guid? ParentTaskId,
    Anchor Place)
    : TaskCommand(CommandId, BaseVersion, TaskId);

public sealed record EditTask(
    Guid CommandId,
    long? BaseVersion,
    Guid TaskId,
    Optional<string> Title,
    Optional<string?> Description,
    Optional<int?> Priority,
    Optional<DateTime?> StartAt,
    Optional<DateTime?> DueAt,
    Optional<string?> TimeZone,
    Optional<Recurrence?> Recurrence)
    : TaskCommand(CommandId, BaseVersion, TaskId);

public sealed record MoveTask(Guid CommandId, long? BaseVersion, Guid TaskId, Guid SectionId, Anchor Place) : TaskCommand(CommandId, BaseVersion, TaskId);

/// <summary>A task that recurs has its next one made in the same change.</summary>
public sealed record CompleteTask(Guid CommandId, long? BaseVersion, Guid TaskId) : TaskCommand(CommandId, BaseVersion, TaskId);

public sealed record ReopenTask(Guid CommandId, long? BaseVersion, Guid TaskId) : TaskCommand(CommandId, BaseVersion, TaskId);

public sealed record DeleteTask(Guid CommandId, long? BaseVersion, Guid TaskId) : TaskCommand(CommandId, BaseVersion, TaskId);

public sealed record RestoreTask(Guid CommandId, long? BaseVersion, Guid TaskId) : TaskCommand(CommandId, BaseVersion, TaskId);

public sealed record SetParent(Guid CommandId, long? BaseVersion, Guid TaskId, Guid? ParentTaskId) : TaskCommand(CommandId, BaseVersion, TaskId);

public sealed record Assign(Guid CommandId, long? BaseVersion, Guid TaskId, Guid UserId) : TaskCommand(CommandId, BaseVersion, TaskId);

public sealed record Unassign(Guid CommandId, long? BaseVersion, Guid TaskId, Guid UserId) : TaskCommand(CommandId, BaseVersion, TaskId);

/// <summary>The actor wants to hear of this task.</summary>
public sealed record WatchTask(Guid CommandId, long? BaseVersion, Guid TaskId) : TaskCommand(CommandId, BaseVersion, TaskId);

public sealed record UnwatchTask(Guid CommandId, long? BaseVersion, Guid TaskId) : TaskCommand(CommandId, BaseVersion, TaskId);

public sealed record AddLabel(Guid CommandId, long? BaseVersion, Guid TaskId, Guid LabelId) : TaskCommand(CommandId, BaseVersion, TaskId);

public sealed record RemoveLabel(Guid CommandId, long? BaseVersion, Guid TaskId, Guid LabelId) : TaskCommand(CommandId, BaseVersion, TaskId);

public sealed record AddChecklistItem(Guid CommandId, long? BaseVersion, Guid TaskId, Guid ItemId, string Text, bool Checked, Anchor Place)
    : TaskCommand(CommandId, BaseVersion, TaskId);

public sealed record EditChecklistItem(Guid CommandId, long? BaseVersion, Guid TaskId, Guid ItemId, string Text) : TaskCommand(CommandId, BaseVersion, TaskId);

public sealed record CheckChecklistItem(Guid CommandId, long? BaseVersion, Guid TaskId, Guid ItemId, bool Checked)
    : TaskCommand(CommandId, BaseVersion, TaskId);

public sealed record MoveChecklistItem(Guid CommandId, long? BaseVersion, Guid TaskId, Guid ItemId, Anchor Place) : TaskCommand(CommandId, BaseVersion, TaskId);

public sealed record DeleteChecklistItem(Guid CommandId, long? BaseVersion, Guid TaskId, Guid ItemId) : TaskCommand(CommandId, BaseVersion, TaskId);

/// <summary><see cref="ImportedAuthor"/> and <see cref="ImportedAt"/> are an owner's only: they put words into somebody's mouth.</summary>
/// <param name="Mentions">Members who are to hear of it.</param>
public sealed record AddComment(
    Guid CommandId,
    long? BaseVersion,
    Guid TaskId,
    Guid CommentId,
    string Text,
    IReadOnlyList<Guid> Mentions,
    string? ImportedAuthor,
    DateTime? ImportedAt)
    : TaskCommand(CommandId, BaseVersion, TaskId);

public sealed record EditComment(Guid CommandId, long? BaseVersion, Guid TaskId, Guid CommentId, string Text, IReadOnlyList<Guid> Mentions)
    : TaskCommand(CommandId, BaseVersion, TaskId);

public sealed record DeleteComment(Guid CommandId, long? BaseVersion, Guid TaskId, Guid CommentId) : TaskCommand(CommandId, BaseVersion, TaskId);

/// <summary>Moves a task to another list. It is frozen here until that list has answered.</summary>
public sealed record TransferTask(Guid CommandId, long? BaseVersion, Guid TaskId, Guid ToListId, Guid ToSectionId, Anchor Place)
    : TaskCommand(CommandId, BaseVersion, TaskId);
