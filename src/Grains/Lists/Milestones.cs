using Npgsql;

namespace TaskList.Grains.Lists;

/// <summary>
/// Snapshots of a list's past. At most <see cref="MaxKept"/> a list, so storage is bounded by that many times its size; the one whose loss widens the gap least for
/// its age goes first, so distances grow towards the past: recent versions are a few thousand changes from one, old ones a fraction of their age.
/// </summary>
sealed class Milestones(NpgsqlDataSource dataSource)
{
    public const int MaxKept = 16;

    /// <summary>Changes between two new ones; a big list's snapshot is dear, so it waits longer.</summary>
    const int Distance = 2_048;

    const int TasksPerExtraChange = 4;

    static readonly TimeSpan Limit = TimeSpan.FromSeconds(4);

    public static bool IsDue(long sinceLast, int tasks) => sinceLast >= Distance + (tasks / TasksPerExtraChange);

    /// <summary>The nearest kept state at or below a version, the current snapshot included; null when there is none.</summary>
    public async Task<StoredState?> Nearest(Guid listId, long version)
    {
        await using var timed = await TimedConnection.Open(dataSource, Limit);
        await using var command = timed.Command("""
            SELECT version, chain_hash, state FROM (
                SELECT version, chain_hash, state, history_id, format FROM list_milestone WHERE list_id = $1 AND version <= $2
                UNION ALL
                SELECT version, chain_hash, state, history_id, format FROM list_snapshot WHERE list_id = $1 AND version <= $2
            ) AS kept JOIN log_history USING (history_id) WHERE format = $3 ORDER BY version DESC LIMIT 1
            """);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = listId });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = version });
        command.Parameters.Add(new NpgsqlParameter<short> { TypedValue = StoredList.Format });
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync() ? StoredState.Read(reader) : null;
    }

    /// <summary>Keeps the snapshot that the list has just stored, if the last milestone is far enough behind.</summary>
    public async Task Keep(Guid listId, long version, int tasks)
    {
        long[] kept = [.. from state in await Kept(listId) where !state.IsSnapshot select state.Version];
        if (!IsDue(version - (kept.Length > 0 ? kept[^1] : 0), tasks)) return;

        await using var timed = await TimedConnection.Open(dataSource, Limit);
        await using var command = timed.Command("""
            WITH gone AS (DELETE FROM list_milestone WHERE list_id = $1 AND version = $3)
            INSERT INTO list_milestone (list_id, version, history_id, format, chain_hash, state)
            SELECT list_id, version, history_id, format, chain_hash, state FROM list_snapshot WHERE list_id = $1 AND version = $2
            ON CONFLICT DO NOTHING
            """);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = listId });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = version });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = kept.Length < MaxKept ? 0 : Superfluous(kept, version) });
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The version whose loss costs least: the gap it leaves, measured against how long ago it begins.</summary>
    public static long Superfluous(IReadOnlyList<long> kept, long head)
    {
        var (least, cheapest) = (double.MaxValue, kept[0]);
        for (var i = 0; i < kept.Count; i++)
        {
            var before = i == 0 ? 0 : kept[i - 1];
            var after = i == kept.Count - 1 ? head : kept[i + 1];
            var cost = (double)(after - before) / (head - before);
            if (cost < least) (least, cheapest) = (cost, kept[i]);
        }

        return cheapest;
    }

    /// <summary>Every kept version, the current snapshot's included, oldest first.</summary>
    public async Task<IReadOnlyList<(long Version, bool IsSnapshot)>> Kept(Guid listId)
    {
        await using var timed = await TimedConnection.Open(dataSource, Limit);
        await using var command = timed.Command("""
            SELECT version, is_snapshot FROM (
                SELECT version, history_id, format, false AS is_snapshot FROM list_milestone WHERE list_id = $1
                UNION ALL
                SELECT version, history_id, format, true FROM list_snapshot WHERE list_id = $1
            ) AS kept JOIN log_history USING (history_id) WHERE format = $2 ORDER BY version
            """);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = listId });
        command.Parameters.Add(new NpgsqlParameter<short> { TypedValue = StoredList.Format });
        List<(long, bool)> kept = [];
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) kept.Add((reader.GetInt64(0), reader.GetBoolean(1)));
        return kept;
    }

    /// <summary>Kept by a release with another format; nobody uses them.</summary>
    public async Task<long> OfOtherFormats(Guid listId)
    {
        await using var timed = await TimedConnection.Open(dataSource, Limit);
        await using var command = timed.Command("""
            SELECT (SELECT count(*) FROM list_milestone WHERE list_id = $1 AND format <> $2) + (SELECT count(*) FROM list_snapshot WHERE list_id = $1 AND format <> $2)
            """);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = listId });
        command.Parameters.Add(new NpgsqlParameter<short> { TypedValue = StoredList.Format });
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public async Task<StoredState?> Read(Guid listId, long version, bool isSnapshot)
    {
        await using var timed = await TimedConnection.Open(dataSource, Limit);
        await using var command = timed.Command(
            $"SELECT version, chain_hash, state FROM {(isSnapshot ? "list_snapshot" : "list_milestone")} WHERE list_id = $1 AND version = $2");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = listId });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = version });
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync() ? StoredState.Read(reader) : null;
    }

    public async Task Forget(Guid listId)
    {
        await using var timed = await TimedConnection.Open(dataSource, Limit);
        await using var command = timed.Command("WITH gone AS (DELETE FROM list_milestone WHERE list_id = $1) DELETE FROM list_snapshot WHERE list_id = $1");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = listId });
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>A state as it is stored, and where in the log it stands.</summary>
sealed record StoredState(long Version, byte[] ChainHash, byte[] Bytes)
{
    /// <summary>From the columns <c>version, chain_hash, state</c>.</summary>
    public static StoredState Read(NpgsqlDataReader reader) => new(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1), reader.GetFieldValue<byte[]>(2));
}
