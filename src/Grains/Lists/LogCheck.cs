using System.Globalization;
using Npgsql;

namespace TaskList.Grains.Lists;

/// <summary>For operators: holds every row of a list's log against its chain, and every kept state against the log. Works beside running silos; reads as they do.</summary>
public sealed class LogCheck : IDisposable
{
    const int ListsPerPage = 1_000;

    readonly NpgsqlDataSource _source;
    readonly ListLog _log;
    readonly Milestones _milestones;
    readonly ListPast _past;

    public LogCheck(NpgsqlDataSource source)
    {
        (_source, _log, _milestones) = (source, new ListLog(source), new Milestones(source));
        _past = new ListPast(_log, _milestones);
    }

    /// <summary>All lists, in the order of their ids.</summary>
    public async IAsyncEnumerable<Guid> Lists()
    {
        for (Guid? last = null; ;)
        {
            List<Guid> page = [];
            await using (var command = _source.CreateCommand("SELECT list_id FROM list_log WHERE version = 1 AND ($1 IS NULL OR list_id > $1) ORDER BY list_id LIMIT $2"))
            {
                command.Parameters.Add(new NpgsqlParameter { Value = (object?)last ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid });
                command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = ListsPerPage });
                await using var reader = await command.ExecuteReaderAsync();
                while (await reader.ReadAsync()) page.Add(reader.GetGuid(0));
            }

            foreach (var listId in page) yield return listId;
            if (page.Count < ListsPerPage) yield break;
            last = page[^1];
        }
    }

    /// <summary>What does not fit, and what is worth knowing. The log is followed up to its first faulty row.</summary>
    public async Task<IReadOnlyList<LogFinding>> Verify(Guid listId)
    {
        var head = await Head(listId);
        if (head == 0) return [new LogFinding(listId, 0, "there is no such list")];

        List<LogFinding> findings = [];
        var replay = ListReplay.FromNothing(listId);
        foreach (var (version, isSnapshot) in await _milestones.Kept(listId))
        {
            var what = isSnapshot ? "snapshot" : "milestone";
            if (version > head) findings.Add(new LogFinding(listId, version, $"the {what} lies behind the end of the log"));
            else if ((await _past.PlayOn(replay, version)).Fault is not null) break;
            else if (!await Fits(listId, version, isSnapshot, replay)) findings.Add(new LogFinding(listId, version, $"the {what} differs from the log"));
        }

        await _past.PlayOn(replay, head);
        if (replay.Fault is { } fault) findings.Add(new LogFinding(listId, fault.Version, $"the log does not fit ({fault.Kind.ToString().ToLower(CultureInfo.InvariantCulture)})"));
        if (await _milestones.OfOtherFormats(listId) is > 0 and var others)
            findings.Add(new LogFinding(listId, head, $"{others} snapshots or milestones are of another release's format and are not used; repair makes a new one at once, the list does by itself", IsFault: false));
        return findings;
    }

    /// <summary>Forgets every kept state of a list and makes its snapshot anew from the log. Takes nothing away that cannot be made again.</summary>
    /// <returns>False when the log itself does not fit; then nothing is done.</returns>
    public async Task<bool> RebuildSnapshots(Guid listId)
    {
        var replay = await _past.FromTheStart(listId, await Head(listId));
        if (replay.Fault is not null || replay.State.Version == 0) return false;

        await _milestones.Forget(listId);
        var historyId = (await _log.Heads([listId]))[0].HistoryId;
        await _log.SaveSnapshot(listId, historyId, replay.State.Version, replay.Chain, replay.State.ToStored().ToBytes());
        return true;
    }

    /// <summary>Puts the bytes of a change back, as a backup has them. The chain hash tells whether they are what was written.</summary>
    /// <returns>False when they are not; then nothing is done.</returns>
    public async Task<bool> PutBack(Guid listId, long version, byte[] change)
    {
        var rows = await _log.Range(listId, Math.Max(0, version - 2), version, 2, int.MaxValue);
        if (rows.Count == 0 || rows[^1].Version != version || (version > 1 && rows.Count < 2)) return false;
        var row = rows[^1];
        var previous = version == 1 ? LogRow.ChainStart : rows[0].ChainHash;
        if (!LogRow.Chain(previous, row.CommandHash, row.Conflicts, change).AsSpan().SequenceEqual(row.ChainHash)) return false;

        await using var command = _source.CreateCommand("UPDATE list_log SET change = $3 WHERE list_id = $1 AND version = $2");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = listId });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = version });
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = change });
        return await command.ExecuteNonQueryAsync() == 1;
    }

    async Task<long> Head(Guid listId) => (await _log.Heads([listId])) is [var head] ? head.Version : 0;

    /// <summary>Both go through the same writer, so that what a release spells differently does not count.</summary>
    async Task<bool> Fits(Guid listId, long version, bool isSnapshot, ListReplay replay)
    {
        // Gone meanwhile: a running silo has replaced it.
        if (await _milestones.Read(listId, version, isSnapshot) is not { } kept) return true;
        return kept.ChainHash.AsSpan().SequenceEqual(replay.Chain)
            && ListReplay.From(listId, kept) is { } read
            && read.State.ToStored().ToBytes().AsSpan().SequenceEqual(replay.State.ToStored().ToBytes());
    }

    public void Dispose() => _past.Dispose();
}

/// <param name="What">In words, for the operator's screen; never text of a task.</param>
/// <param name="IsFault">False for what needs nobody's hand.</param>
public sealed record LogFinding(Guid ListId, long Version, string What, bool IsFault = true);
