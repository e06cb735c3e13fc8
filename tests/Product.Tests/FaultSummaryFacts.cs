using TaskList.Faults;
using TaskList.HistoryChecker;
using Xunit;

namespace TaskList.Product.Tests;

/// <summary>How a fault run adds up, and when it is no good.</summary>
public sealed class FaultSummaryFacts
{
    static readonly FaultSummary Good = new() { Runs = ["one"], Refusals = new() { ["memberNotFound"] = 3 } };

    [Fact]
    public void PercentilesOfSeveralRunsAreOverTheClientsOfAll()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, (Good with { Accepted = 5, Kinds = [Kind("siloKill", 1, 2, 3), Kind("rolling", 0.6)] }).Json());
            var pooled = FaultSummary.Pool([FaultSummary.Read(file), Good with { Accepted = 7, Kinds = [Kind("siloKill", 10)] }]);

            Assert.Equal(12, pooled.Accepted);
            Assert.Equal(6, pooled.Refusals["memberNotFound"]);
            Assert.Equal(["rolling", "siloKill"], pooled.Kinds.Select(kind => kind.Name));
            var kills = pooled.Kinds[1];
            Assert.Equal((2, 2, 4), (kills.Times, kills.DeclaredDead, kills.Outages.Length));
            Assert.Equal(("2.0", "10.0"), (FaultKind.At(kills.Outages, 0.5), FaultKind.At(kills.Outages, 0.99)));
            Assert.True(pooled.IsGood);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void WhatNobodyPlannedMakesARunBadAndASilosVoteDoesNot()
    {
        Assert.True((Good with { Kinds = [Kind("siloFreeze", 9)] }).IsGood);
        Assert.False((Good with { BrokenCount = 1, Broken = ["I1: …"] }).IsGood);
        Assert.False((Good with { Wrong = ["silo-1 ended itself with exit code 134"] }).IsGood);
        Assert.False((Good with { GivenUp = 1 }).IsGood);
        Assert.False((Good with { Refusals = new() { ["taskNotFound"] = 1 } }).IsGood);
        Assert.False(FaultSummary.Pool([Good, Good with { Wrong = ["gateway-1 was asked to stop and had to be killed"] }]).IsGood);
    }

    /// <summary>Struck at second 1, healed at second 4; the last client is served again at second 6.</summary>
    [Fact]
    public void OutageCountsFromTheFaultAndSettledFromTheEndOfItsCause()
    {
        HistoryLine[] lines =
        [
            At(0.9, LineKind.Ok, "a"), At(0.9, LineKind.Ok, "b"),
            Mark(1, "siloCutOff"), At(1.1, LineKind.Invoke, "a"), At(1.2, LineKind.Invoke, "b"),
            At(1.3, LineKind.Ok, "b"), Mark(4, StrikeReader.Healed), At(4.5, LineKind.Ok, "b"), At(6, LineKind.Ok, "a"), Mark(7, "end siloCutOff"),
        ];

        var strike = Assert.Single(StrikeReader.Read(lines));
        Assert.Equal(("siloCutOff", 2), (strike.Name, strike.Clients));
        Assert.Equal([5, 3.2], strike.Waits.OrderBy(wait => wait.Client).Select(wait => Math.Round(wait.Seconds, 1)));
        Assert.Equal(2, strike.Settled);
    }

    static HistoryLine At(double second, LineKind kind, string client) => new() { Kind = kind, Client = client, At = (long)(second * 1_000_000) };

    static HistoryLine Mark(double second, string what) => new() { Kind = LineKind.Nemesis, What = what, At = (long)(second * 1_000_000) };

    static FaultKind Kind(string name, params double[] outages) => new() { Name = name, Times = 1, DeclaredDead = 1, Outages = outages };
}
