namespace TaskList.Grains.Notifications;

/// <summary>One row of the log as a follower reads it.</summary>
/// <param name="Utf8">The change's bytes, as clients receive them.</param>
sealed record LoggedChange(LogCursor Place, Guid ListId, long Version, DateTime At, ReadOnlyMemory<byte> Utf8);
