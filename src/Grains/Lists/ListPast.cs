using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

/// <summary>
/// The past of lists, by replay of the log from the nearest kept state. Runs off every grain's scheduler, few at a time in a silo: a look at the past may take its time,
/// an edit may not wait for it.
/// </summary>
sealed class ListPast(ListLog log, Milestones milestones) : IDisposable
{
    const int PageRows = 1_000;
    const int PageBytes = 4 << 20;

    /// <summary>Who waits longer for a turn is told to come back.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    readonly SemaphoreSlim _turns = new(Math.Max(1, Environment.ProcessorCount / 2));

    /// <summary>The list as of a version that is in the log. The state is the caller's own.</summary>
    /// <exception cref="TimeoutException">Too many others are looking back.</exception>
    public Task<ListState> At(Guid listId, long version) => InTurn(() => Replay(listId, version));

    /// <summary>The list by its log alone, every row checked, up to a version or to the first fault.</summary>
    public Task<ListReplay> FromTheStart(Guid listId, long toVersion) => PlayOn(ListReplay.FromNothing(listId), toVersion);

    /// <summary>Plays a replay on, every row checked, up to a version or to the first fault.</summary>
    public Task<ListReplay> PlayOn(ListReplay replay, long toVersion) => Task.Run(async () =>
    {
        while (replay.Fault is null && replay.State.Version < toVersion)
        {
            var rows = await log.Range(replay.State.ListId, replay.State.Version, toVersion, PageRows, PageBytes);
            if (rows.Count == 0) replay.FindGap();
            replay.Play(rows);
        }

        return replay;
    });

    /// <summary>What an undo of a version needs to know.</summary>
    public Task<UndoFacts> ForUndo(Guid listId, long version) => InTurn(async () =>
    {
        var state = await Replay(listId, version - 1);
        return UndoFacts.Of(state, RecentChanges.Read(await Row(listId, version)));
    });

    /// <summary>The last version written at or before a time; 0 when the list is younger. Times never go back within a list, so the log is searched by halves.</summary>
    public async Task<long> VersionAt(Guid listId, DateTime at, long head)
    {
        var (low, high) = (0L, head);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if ((await Row(listId, middle)).At <= at) low = middle;
            else high = middle - 1;
        }

        return low;
    }

    /// <summary>Plays on from a version to another. Each step gets the state right before its change, and applies it.</summary>
    public Task Play(Guid listId, long afterVersion, long toVersion, Action<ListState, LogRow, ListChange> step) => InTurn(async () =>
    {
        var state = await Replay(listId, afterVersion);
        await Advance(state, toVersion, step);
        return state;
    });

    async Task<T> InTurn<T>(Func<Task<T>> work)
    {
        if (!await _turns.WaitAsync(Patience)) throw new TimeoutException("Too many are looking back at once.");
        try
        {
            return await Task.Run(work);
        }
        finally
        {
            _turns.Release();
        }
    }

    async Task<ListState> Replay(Guid listId, long version)
    {
        var state = await milestones.Nearest(listId, version) is { } kept ? ListState.FromStored(listId, StoredList.FromBytes(kept.Bytes)) : new ListState(listId);
        await Advance(state, version, (played, _, change) => played.Apply(change));
        return state;
    }

    async Task Advance(ListState state, long toVersion, Action<ListState, LogRow, ListChange> step)
    {
        while (state.Version < toVersion)
        {
            var rows = await log.Range(state.ListId, state.Version, toVersion, PageRows, PageBytes);
            if (rows.Count == 0) throw new LogEndsException(state.ListId, toVersion);
            foreach (var row in rows) step(state, row, RecentChanges.Read(row));
        }
    }

    async Task<LogRow> Row(Guid listId, long version) =>
        await log.Range(listId, version - 1, version, 1, int.MaxValue) is [var row] ? row : throw new LogEndsException(listId, version);

    public void Dispose() => _turns.Dispose();
}
