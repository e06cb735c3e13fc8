using Orleans.Runtime.Placement;

namespace TaskList.Grains.Lists;

/// <summary>
/// A list wakes up on the silo that was asked for it, and its commands go there without a second hop, unless that silo already holds so many that the balancer would send some away:
/// then on the one that holds fewest.
/// </summary>
/// <remarks>Stands in for the director of <see cref="PreferLocalPlacement"/>, so that a silo of an earlier version, which knows only Orleans' own strategies, can place lists, too.</remarks>
sealed class ListPlacement : IPlacementDirector
{
    readonly Lock _lock = new();
    Dictionary<SiloAddress, int> _lists = [];

    /// <summary>What the balancer has counted; placements add to it until it counts again.</summary>
    public void Counted(IReadOnlyDictionary<SiloAddress, int> lists)
    {
        lock (_lock) _lists = new Dictionary<SiloAddress, int>(lists);
    }

    public Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        var silos = context.GetCompatibleSilos(target);
        return Task.FromResult(IPlacementDirector.GetPlacementHint(target.RequestContextData, silos) ?? Place(silos, context.LocalSilo));
    }

    SiloAddress Place(SiloAddress[] silos, SiloAddress asked)
    {
        lock (_lock)
        {
            var lists = silos.ToDictionary(silo => silo, silo => _lists.GetValueOrDefault(silo));
            var isRoom = lists.ContainsKey(asked) && ListBalancer.Excess(lists, asked) is null;
            var to = isRoom ? asked : lists.MinBy(silo => silo.Value).Key;
            _lists[to] = lists[to] + 1;
            return to;
        }
    }
}
