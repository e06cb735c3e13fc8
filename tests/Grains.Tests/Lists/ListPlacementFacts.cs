using System.Net;
using Orleans.Runtime.Placement;
using TaskList.Grains.Lists;
using Xunit;

namespace TaskList.Grains.Tests.Lists;

public sealed class ListPlacementFacts
{
    static readonly SiloAddress Asked = Silo(1);
    static readonly SiloAddress Other = Silo(2);
    static readonly SiloAddress Third = Silo(3);

    readonly ListPlacement _placement = new();

    static SiloAddress Silo(int n) => SiloAddress.New(IPAddress.Loopback, 1000 + n, n);

    async Task<SiloAddress> Place(SiloAddress[]? silos = null, Dictionary<string, object>? hints = null) =>
        await _placement.OnAddActivation(new PreferLocalPlacement(), new PlacementTarget(default, hints ?? [], default, 0), new Silos(silos ?? [Asked, Other, Third]));

    [Fact]
    public async Task SiloThatIsAskedTakesTheList()
    {
        _placement.Counted(new Dictionary<SiloAddress, int> { [Asked] = 110, [Other] = 90, [Third] = 100 });
        Assert.Equal(Asked, await Place());
    }

    [Fact]
    public async Task SiloWithMuchMoreThanItsShareSendsItToTheOneWithFewest()
    {
        _placement.Counted(new Dictionary<SiloAddress, int> { [Asked] = 150, [Other] = 80, [Third] = 79 });
        Assert.Equal(Third, await Place());
        Assert.Equal(Other, await Place([Asked, Other]));
    }

    [Fact]
    public async Task WhatWasPlacedCountsBeforeItIsCounted()
    {
        List<SiloAddress> places = [];
        for (var i = 0; i < 300; i++) places.Add(await Place());
        Assert.All<SiloAddress>([Asked, Other, Third], silo => Assert.InRange(places.Count(place => place == silo), 80, 120));
    }

    [Fact]
    public async Task SiloThatLeavesTakesNone()
    {
        _placement.Counted(new Dictionary<SiloAddress, int> { [Other] = 10, [Third] = 5 });
        Assert.Equal(Third, await Place([Other, Third]));
    }

    [Fact]
    public async Task ListThatIsSentSomewhereGoesThere() =>
        Assert.Equal(Other, await Place(hints: new Dictionary<string, object> { [IPlacementDirector.PlacementHintKey] = Other }));

    sealed class Silos(SiloAddress[] silos) : IPlacementContext
    {
        public SiloAddress LocalSilo => Asked;

        public SiloStatus LocalSiloStatus => SiloStatus.Active;

        public SiloAddress[] GetCompatibleSilos(PlacementTarget target) => silos;

        public IReadOnlyDictionary<ushort, SiloAddress[]> GetCompatibleSilosWithVersions(PlacementTarget target) => new Dictionary<ushort, SiloAddress[]> { [0] = silos };
    }
}
