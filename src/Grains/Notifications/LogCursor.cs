namespace TaskList.Grains.Notifications;

/// <summary>A place in a partition of the log: everything up to and including it has been handed over.</summary>
/// <param name="Tx">The transaction's xid8.</param>
/// <param name="Seq">The running number within the log.</param>
readonly record struct LogCursor(ulong Tx, long Seq)
{
    public static LogCursor Later(LogCursor a, LogCursor b) => (a.Tx, a.Seq).CompareTo((b.Tx, b.Seq)) < 0 ? b : a;
}
