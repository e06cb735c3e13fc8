using System.Collections.Concurrent;
using Orleans.Runtime.Placement;

namespace TaskList.Grains.Lists;

/// <summary>The lists that this silo holds.</summary>
sealed class LocalLists
{
    readonly ConcurrentDictionary<GrainId, LocalList> _lists = new();

    public IReadOnlyCollection<LocalList> All => [.. _lists.Values];

    public LocalList Add(IGrainContext list) => _lists[list.GrainId] = new LocalList(list);

    /// <summary>A newer activation of the same list may have come meanwhile; it stays.</summary>
    public void Remove(LocalList list) => _lists.TryRemove(new KeyValuePair<GrainId, LocalList>(list.Id, list));
}

/// <summary>One of them, and how it is sent to another silo.</summary>
sealed class LocalList(IGrainContext context)
{
    static readonly TimeSpan Quiet = TimeSpan.FromSeconds(10);

    long _used = Environment.TickCount64;

    public GrainId Id => context.GrainId;

    /// <summary>Nobody has written to it lately: a move holds up nobody.</summary>
    public bool IsQuiet => Environment.TickCount64 - Volatile.Read(ref _used) > Quiet.TotalMilliseconds;

    public void Used() => Volatile.Write(ref _used, Environment.TickCount64);

    /// <summary>Completes when the list has left. It finishes what it has begun; calls that wait go along to the other silo.</summary>
    public Task Move(SiloAddress to, CancellationToken cancellation)
    {
        context.Migrate(new Dictionary<string, object> { [IPlacementDirector.PlacementHintKey] = to }, cancellation);
        return context.Deactivated.WaitAsync(cancellation);
    }
}
