namespace TaskList.Grains.Lists;

/// <summary>A decision that waits until it, or what it was decided on, is durable.</summary>
/// <param name="Row">Null for an answer that writes nothing: a refusal, or the answer to a repeated id.</param>
sealed record QueuedDecision(LogRow? Row)
{
    public TaskCompletionSource<DecisionFate> Fate { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}

enum DecisionFate
{
    Durable,

    /// <summary>Nothing was written and the state was read anew: decide again.</summary>
    Redo,

    /// <summary>Nothing was written; the log is out of reach.</summary>
    NotWritten,

    /// <summary>It may have been written.</summary>
    Unknown,
}
