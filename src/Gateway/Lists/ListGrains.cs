using System.Collections.Concurrent;
using TaskList.Contracts.Lists;

namespace TaskList.Gateway.Lists;

/// <summary>References to lists, kept: the factory looks through types and attributes anew each time, which cost a quarter of a command.</summary>
sealed class ListGrains(IGrainFactory grains)
{
    /// <summary>A reference is a hundred bytes; ids that nobody owns are asked for, too.</summary>
    const int MostKept = 20_000;

    readonly ConcurrentDictionary<Guid, IListGrain> _kept = new();
    int _count;

    public IListGrain this[Guid listId] => _kept.TryGetValue(listId, out var list) ? list : Keep(listId);

    IListGrain Keep(Guid listId)
    {
        var list = grains.GetGrain<IListGrain>(listId);
        if (Interlocked.Increment(ref _count) > MostKept)
        {
            _kept.Clear();
            Volatile.Write(ref _count, 1);
        }

        return _kept[listId] = list;
    }
}
