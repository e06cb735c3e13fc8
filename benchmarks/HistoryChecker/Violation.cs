namespace TaskList.HistoryChecker;

/// <summary>A broken promise.</summary>
/// <param name="Invariant">I1 to I11, I14.</param>
/// <param name="What">In words, with ids and numbers.</param>
/// <param name="Lines">The lines that show it, the offending one last.</param>
public sealed record Violation(string Invariant, string What, params HistoryLine[] Lines);
