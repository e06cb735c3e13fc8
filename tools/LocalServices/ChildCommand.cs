namespace TaskList.LocalServices;

/// <summary>What to start.</summary>
/// <param name="Program">Name or path of the executable.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Environment">Variables beside those of this process; null removes one.</param>
/// <param name="LogFile">Where its output is appended; its folder must exist.</param>
/// <param name="WorkingFolder">Folder to run in; null means this process's.</param>
public sealed record ChildCommand(
    string Program,
    IReadOnlyList<string> Arguments,
    IReadOnlyDictionary<string, string?> Environment,
    string LogFile,
    string? WorkingFolder = null)
{
    /// <summary>
    /// For programs that know nothing of us: they get SIGTERM when this process is gone, however it went.
    /// Our own hosts read their standard input instead and shut down gracefully at its end.
    /// </summary>
    public bool EndWithParent { get; init; }
}
