using TaskList.Grains.Lists;
using Xunit;

namespace TaskList.Grains.Tests.Lists;

public sealed class ListBalancerFacts
{
    static (int Count, string To)? Excess(string own, params (string Silo, int Lists)[] silos) => ListBalancer.Excess(silos.ToDictionary(silo => silo.Silo, silo => silo.Lists), own);

    [Fact]
    public void SiloThatJustJoinedGetsAShareOfTheExcess() => Assert.Equal((100, "new"), Excess("old", ("old", 300), ("other", 300), ("new", 0)));

    [Fact]
    public void NobodySendsMoreThanTheLimitAtATime() => Assert.Equal((ListBalancer.MostAtOnce, "new"), Excess("old", ("old", 30_000), ("new", 0)));

    [Fact]
    public void OneFifthMoreThanTheShareIsTolerated() => Assert.Null(Excess("a", ("a", 120), ("b", 80)));

    [Fact]
    public void FewTooManyAreNotWorthAMove() => Assert.Null(Excess("a", ("a", 9), ("b", 0), ("c", 0)));

    [Fact]
    public void SiloWithFewestSendsNothing() => Assert.Null(Excess("new", ("old", 300), ("new", 0)));

    /// <summary>All that hold too many see the same one empty, and none of them knows of the others.</summary>
    [Fact]
    public void RoundsOfAllSilosEndInBalanceWithoutOvershooting()
    {
        var lists = new Dictionary<string, int> { ["a"] = 900, ["b"] = 700, ["c"] = 500, ["new"] = 0 };
        for (var round = 0; round < 20; round++)
        {
            var moves = lists.Keys.Select(own => (Own: own, Move: ListBalancer.Excess(lists, own))).Where(move => move.Move is not null).ToArray();
            foreach (var (own, move) in moves)
            {
                lists[own] -= move!.Value.Count;
                lists[move.Value.To] += move.Value.Count;
            }

            Assert.True(lists["new"] <= 525 * ListBalancer.Tolerated, $"{lists["new"]} in round {round}.");
        }

        Assert.All(lists.Values, held => Assert.InRange(held, 1, (int)(525 * ListBalancer.Tolerated)));
    }
}
