using TaskList.Contracts.Lists;
using TaskList.Grains.Lists;

namespace TaskList.Grains.Search;

/// <summary>Lists as they stand at the head of the log, read from it and not from their grains: indexing costs no list a turn. Those used last are kept.</summary>
sealed class ListHeads(ListLog log, Milestones milestones)
{
    const int PageRows = 1_000;
    const int PageBytes = 4 << 20;
    const int MaxLists = 64;
    const int MaxTasks = 20_000;

    /// <summary>With more changes than this, looking at all tasks is cheaper than reading which ones changed.</summary>
    const int MaxBehind = 4_000;

    // Oldest use first.
    readonly OrderedDictionary<Guid, ListState> _kept = [];

    /// <summary>The list at the head of its log, or a page on the way there, and what changed after a version.</summary>
    public async Task<(ListState State, TouchedTasks Touched)> Advance(Guid listId, long after)
    {
        var state = await Take(listId);
        var touched = new TouchedTasks();
        if (after == 0 || state.Version - after > MaxBehind) touched.Everything();

        var from = touched.All ? state.Version : Math.Min(after, state.Version);
        for (var full = true; full;)
        {
            var rows = await log.Range(listId, from, long.MaxValue, PageRows, PageBytes);
            foreach (var row in rows)
            {
                var change = ListJson.ReadChange(row.Change);
                if (row.Version > state.Version) state.Apply(change);
                if (row.Version > after) touched.Note(change);
                from = row.Version;
            }

            full = rows.Count == PageRows;
        }

        if (state.Version <= after) throw new InvalidOperationException("The log ends before a version that was read from it.");
        Keep(state);
        return (state, touched);
    }

    public void Forget(Guid listId) => _kept.Remove(listId);

    public void Clear() => _kept.Clear();

    async Task<ListState> Take(Guid listId)
    {
        if (_kept.Remove(listId, out var kept)) return kept;
        return await milestones.Nearest(listId, long.MaxValue) is { } stored ? ListState.FromStored(listId, StoredList.FromBytes(stored.Bytes)) : new ListState(listId);
    }

    void Keep(ListState state)
    {
        _kept.Add(state.ListId, state);
        var tasks = _kept.Values.Sum(list => list.TaskCount);
        while (_kept.Count > MaxLists || (tasks > MaxTasks && _kept.Count > 1))
        {
            tasks -= _kept.GetAt(0).Value.TaskCount;
            _kept.RemoveAt(0);
        }
    }
}
