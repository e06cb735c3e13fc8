namespace TaskList.Grains.Notifications;

/// <summary>A place in a partition of the log: everything up to and including it has been handed over.</summary>
/// <param name="Tx">The transaction's xid8.</param>
/// <param name="Seq">The running number within the log.</param>
readonly record struct LogCursor(ulong Tx, long Seq);
