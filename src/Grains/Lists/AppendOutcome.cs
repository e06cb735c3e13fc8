namespace TaskList.Grains.Lists;

/// <summary>What became of one list's batch.</summary>
enum AppendOutcome
{
    /// <summary>Durable.</summary>
    Committed,

    /// <summary>Nothing was written: the head is not where the batch begins, another activation has written.</summary>
    VersionConflict,

    /// <summary>Nothing was written: a command id of the batch is in the log already.</summary>
    CommandExists,

    /// <summary>Nothing was written: the database refused or could not be reached.</summary>
    NotWritten,

    /// <summary>Nobody knows. The rows may be durable, now or a moment later.</summary>
    Unknown,
}

/// <summary>One list's batch on its way to the log.</summary>
sealed record ListBatch(Guid ListId, IReadOnlyList<LogRow> Rows)
{
    /// <summary>Completed exactly once; its continuations must not run on the writer.</summary>
    public TaskCompletionSource<AppendOutcome> Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
