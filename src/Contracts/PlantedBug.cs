namespace TaskList.Contracts;

/// <summary>
/// Faults on purpose, so that the tests can show that the history checker sees each of them. A process that does not run in the environment <c>Test</c>
/// and name one has none: the compiler at run time leaves the branches out.
/// </summary>
public static class PlantedBug
{
    static readonly string? Planted =
        Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") == "Test" ? Environment.GetEnvironmentVariable("TASKLIST_PLANTED_BUG") : null;

    /// <summary>Answers leave before the commit.</summary>
    public static bool AckBeforeCommit { get; } = Planted == "ackBeforeCommit";

    /// <summary>A repeated command counts again.</summary>
    public static bool NoDedup { get; } = Planted == "noDedup";

    /// <summary>Nobody checks where the log's head is.</summary>
    public static bool NoHeadCheck { get; } = Planted == "noHeadCheck";

    /// <summary>Viewers hear of changes that are not durable.</summary>
    public static bool PushBeforeCommit { get; } = Planted == "pushBeforeCommit";

    /// <summary>A push is lost and nobody notices.</summary>
    public static bool DropPush { get; } = Planted == "dropPush";

    /// <summary>From some change on nothing is delivered any more.</summary>
    public static bool DropTail { get; } = Planted == "dropTail";

    /// <summary>Two pushes change places.</summary>
    public static bool SwapPushes { get; } = Planted == "swapPushes";

    /// <summary>Who is removed stays among the viewers.</summary>
    public static bool RemovedStays { get; } = Planted == "removedStays";

    /// <summary>A stored snapshot lacks its last change.</summary>
    public static bool SnapshotOffByOne { get; } = Planted == "snapshotOffByOne";

    /// <summary>The state passes over one type of event.</summary>
    public static bool IgnoredEvent { get; } = Planted == "ignoredEvent";

    /// <summary>A picture once made is given out for ever.</summary>
    public static bool StaleRead { get; } = Planted == "staleRead";
}
