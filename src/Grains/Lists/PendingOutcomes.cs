using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

/// <summary>
/// Which of a client's unsent commands are in the log already. The newest are known from memory. Before those, the ids of the whole log are read, so
/// that a crowd that comes back with commands which nobody has seen costs one read and not one each.
/// </summary>
sealed class PendingOutcomes(Guid listId, LiveList list, ListLog log, ListMetrics metrics, TimeProvider clock)
{
    /// <summary>The ids of a longer log are not worth their memory; there the log is asked for the commands themselves.</summary>
    const int MostIds = 65_536;

    /// <summary>A crowd is back by then.</summary>
    static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    Task<KnownIds>? _reading;

    public async Task<Outcome[]> Of(Guid[] pending)
    {
        LogRow[] found = [.. pending.Distinct().Select(list.Recent.ByCommand).OfType<LogRow>()];
        Guid[] unseen = [.. pending.Except(found.Select(row => row.CommandId))];
        if (unseen.Length > 0 && !list.Recent.IsWhole && await MayBeThere(unseen) is { Length: > 0 } old)
        {
            metrics.ReadForClient();
            found = [.. found, .. await log.Find(listId, old)];
        }

        return [.. found.Where(row => row.Version <= list.Durable).Select(row => new Outcome(row.CommandId, row.Version)).OrderBy(outcome => outcome.Version)];
    }

    async Task<Guid[]> MayBeThere(Guid[] ids)
    {
        if (list.Durable > MostIds) return ids;
        var known = await Known();
        return Covers(known) ? [.. ids.Where(known.Ids.Contains)] : ids;
    }

    Task<KnownIds> Known()
    {
        var usable = _reading is { IsCompleted: false } || (_reading is { IsCompletedSuccessfully: true } read && Covers(read.Result));
        return usable ? _reading! : _reading = Read();
    }

    /// <summary>What came after it was read must still be in memory.</summary>
    bool Covers(KnownIds known) => known.HistoryId == list.HistoryId && list.Recent.First <= known.UpTo + 1;

    async Task<KnownIds> Read()
    {
        var (historyId, upTo) = (list.HistoryId, list.Durable);
        metrics.ReadForClient();
        var known = new KnownIds(historyId, upTo, await log.CommandIds(listId));
        _ = ForgetLater();
        return known;
    }

    async Task ForgetLater()
    {
        await Task.Delay(Kept, clock);
        _reading = null;
    }

    /// <param name="UpTo">Every command up to this version is among them.</param>
    sealed record KnownIds(Guid HistoryId, long UpTo, HashSet<Guid> Ids);
}
