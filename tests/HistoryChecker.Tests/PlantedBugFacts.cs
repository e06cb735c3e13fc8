using TaskList.LocalServices;
using Xunit;

namespace TaskList.HistoryChecker.Tests;

/// <summary>Real processes. A checker that has never been red is worth nothing: with each bug it is, with none it is not.</summary>
public sealed class PlantedBugFacts(ITestOutputHelper output)
{
    static readonly bool All = Environment.GetEnvironmentVariable("TASKLIST_TEST_TIER") == "all";

    /// <summary>Only this bug; for whoever looks at one.</summary>
    static readonly string? One = Environment.GetEnvironmentVariable("TASKLIST_PLANTED_BUG");

    static readonly TimeSpan Length = TimeSpan.FromSeconds(All ? 4 : 2.5);

    /// <summary>A bug may hide once: a change that a snapshot lacks may have changed nothing, or been written over before anybody looked.</summary>
    const int Histories = 3;

    /// <summary>The bug, the promise that it breaks, and what it takes to show.</summary>
    static readonly (string Bug, string Invariant, Func<ProductHost, Task>? Nemesis)[] Bugs =
    [
        ("noDedup", "I2", null),
        ("dropPush", "I7", null),
        ("removedStays", "I11", null),
        ("ackBeforeCommit", "I1", HistoryProduct.Crash),
        ("noHeadCheck", "I5", null),
        ("pushBeforeCommit", "I7", HistoryProduct.Crash),
        ("dropTail", "I14", null),
        ("swapPushes", "I7", null),
        ("snapshotOffByOne", "I10", HistoryProduct.Restart),
        ("ignoredEvent", "I9", null),
        ("staleRead", "I8", null),
    ];

    /// <summary>One of them in the fast tier, all in the long one; what each promise takes to break is tried without a product in <see cref="CheckerFacts"/>.</summary>
    public static TheoryData<string> Planted => [.. One is null ? Bugs.Take(All ? Bugs.Length : 1).Select(bug => bug.Bug) : [One]];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, All ? 20 : 1)];

    [Theory, MemberData(nameof(Planted))]
    public async Task PlantedBugIsCaughtByItsName(string bug)
    {
        var (_, invariant, nemesis) = Bugs.Single(planted => planted.Bug == bug);
        for (var seed = 1; ; seed++)
        {
            var (history, broken) = await HistoryProduct.Run(bug, nemesis, seed, Length);
            output.WriteLine(Checker.Describe(history, broken));
            if (broken.Any(violation => violation.Invariant == invariant)) return;
            Assert.True(seed < Histories, $"{Histories} histories, and nothing of {invariant}.");
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public async Task ProductAsItIsKeepsEveryPromise(int seed)
    {
        var (history, broken) = await HistoryProduct.Run(null, seed % 2 == 1 ? HistoryProduct.Crash : HistoryProduct.Restart, seed, Length);
        output.WriteLine(Checker.Describe(history, broken));
        Assert.True(broken.Count == 0, Checker.Describe(history, broken));
        Assert.True(history.Lists.Sum(list => history.Log(list).Count) >= HistoryProduct.EnoughInAll, "Hardly anything happened.");
    }
}
