using TaskList.Contracts;

namespace TaskList.Grains.Notifications;

/// <summary>The consumers that this cluster has, by name. Every silo must be configured alike.</summary>
sealed record FollowerConsumers(IReadOnlyList<string> Names)
{
    public IEnumerable<string> FollowerKeys =>
        from name in Names
        from partition in Enumerable.Range(0, ClusterNames.LogPartitions)
        select FollowerGrain.Key(name, partition);
}
