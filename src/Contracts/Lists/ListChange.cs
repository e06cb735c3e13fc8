namespace TaskList.Contracts.Lists;

/// <summary>One durable commit: what one accepted command did. Its bytes are the log row's payload, the message to browsers and the answer to catch-up.</summary>
/// <param name="ActorId">Null: the system.</param>
/// <param name="At">UTC, to the millisecond; never goes back within a list.</param>
public sealed record ListChange(Guid ListId, long Version, Guid CommandId, Guid? ActorId, DateTime At, IReadOnlyList<ListEvent> Events);
