using System.Data;
using System.Text;
using Npgsql;
using NpgsqlTypes;
using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

/// <summary>Reads the log and keeps snapshots.</summary>
sealed class ListLog(NpgsqlDataSource dataSource)
{
    /// <summary>Rows read before a snapshot's version, so that recent command ids and catch-up come from memory.</summary>
    const int RecentRows = 256;

    /// <summary>Rows read with the snapshot. What may follow a good one fits in; without one, the log is read on in pages.</summary>
    const int FirstRows = 4_096;

    /// <summary>A read that takes longer has its connection cut. Nobody waits longer than that for an answer.</summary>
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(4);

    const string Columns = "version, command_id, command_hash, conflicts, actor_id, at, chain_hash, change, format";

    /// <summary>What an activation starts from, as of one moment.</summary>
    public async Task<LoadedList> Load(Guid listId)
    {
        await using var timed = await TimedConnection.Open(dataSource, Limit);
        await using var moment = await timed.Connection.BeginTransactionAsync(IsolationLevel.RepeatableRead);
        await using var batch = new NpgsqlBatch(timed.Connection) { Timeout = 0 };
        batch.BatchCommands.Add(new NpgsqlBatchCommand("SELECT history_id FROM log_history"));
        batch.BatchCommands.Add(new NpgsqlBatchCommand("SELECT s.version, s.chain_hash, s.state FROM list_snapshot s JOIN log_history h USING (history_id) WHERE s.list_id = $1 AND s.format = $2")
        {
            Parameters = { new() { Value = listId }, new() { Value = StoredList.Format } },
        });
        batch.BatchCommands.Add(new NpgsqlBatchCommand($"""
            SELECT {Columns} FROM list_log WHERE list_id = $1 AND version >
                coalesce((SELECT s.version FROM list_snapshot s JOIN log_history h USING (history_id) WHERE s.list_id = $1 AND s.format = $2), 0) - {RecentRows}
            ORDER BY version LIMIT {FirstRows}
            """)
        {
            Parameters = { new() { Value = listId }, new() { Value = StoredList.Format } },
        });
        batch.BatchCommands.Add(new NpgsqlBatchCommand("SELECT version FROM list_log WHERE list_id = $1 ORDER BY version DESC LIMIT 1") { Parameters = { new() { Value = listId } } });

        await using var reader = await batch.ExecuteReaderAsync();
        await reader.ReadAsync();
        var historyId = reader.GetGuid(0);

        await reader.NextResultAsync();
        var snapshot = await reader.ReadAsync() ? StoredState.Read(reader) : null;

        await reader.NextResultAsync();
        List<LogRow> rows = [];
        while (await reader.ReadAsync()) rows.Add(ReadRow(reader));

        await reader.NextResultAsync();
        return new LoadedList(historyId, snapshot, rows, await reader.ReadAsync() ? reader.GetInt64(0) : 0);
    }

    /// <summary>Rows after a version, in order, bounded by number and by about so many bytes; at least one when there is one.</summary>
    public async Task<IReadOnlyList<LogRow>> Range(Guid listId, long afterVersion, long toVersion, int maxRows, int maxBytes)
    {
        await using var timed = await TimedConnection.Open(dataSource, Limit);
        await using var command = timed.Command($"""
            SELECT {Columns} FROM (
                SELECT *, sum(octet_length(change)) OVER (ORDER BY version) - octet_length(change) AS bytes_before
                FROM list_log WHERE list_id = $1 AND version > $2 AND version <= least($3, $2 + $4)
            ) AS r WHERE bytes_before < $5 ORDER BY version
            """);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = listId });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = afterVersion });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = toVersion });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = maxRows });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = maxBytes });
        return await ReadRows(command);
    }

    /// <summary>The rows of those command ids that are in the list's log.</summary>
    public async Task<IReadOnlyList<LogRow>> Find(Guid listId, Guid[] commandIds)
    {
        await using var timed = await TimedConnection.Open(dataSource, Limit);
        await using var command = timed.Command($"SELECT {Columns} FROM list_log WHERE list_id = $1 AND command_id = ANY($2) ORDER BY version");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = listId });
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = commandIds });
        return await ReadRows(command);
    }

    /// <summary>The row of a command id, and where the list's log ends, as of one moment.</summary>
    public async Task<FoundCommand> Find(Guid listId, Guid commandId)
    {
        await using var timed = await TimedConnection.Open(dataSource, Limit);
        await using var command = timed.Command($"""
            SELECT {Columns}, h.history_id, (SELECT version FROM list_log WHERE list_id = $1 ORDER BY version DESC LIMIT 1)
            FROM log_history h LEFT JOIN list_log ON list_id = $1 AND command_id = $2
            """);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = listId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = commandId });
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return new FoundCommand(reader.IsDBNull(0) ? null : ReadRow(reader), reader.GetGuid(9), reader.IsDBNull(10) ? 0 : reader.GetInt64(10));
    }

    /// <summary>The ids of all commands in a list's log, from the index alone.</summary>
    public async Task<HashSet<Guid>> CommandIds(Guid listId)
    {
        await using var timed = await TimedConnection.Open(dataSource, Limit);
        await using var command = timed.Command("SELECT command_id FROM list_log WHERE list_id = $1");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = listId });
        HashSet<Guid> ids = [];
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) ids.Add(reader.GetGuid(0));
        return ids;
    }

    /// <summary>Versions below one and not below another, newest first, bounded by number and by about so many bytes; with a task, those that may concern it.</summary>
    /// <returns>And whether bytes cut it short.</returns>
    public async Task<(IReadOnlyList<long> Versions, bool More)> Concerning(Guid listId, long before, long notBelow, Guid? taskId, int maxRows, int maxBytes)
    {
        await using var timed = await TimedConnection.Open(dataSource, Limit);
        await using var command = timed.Command("""
            SELECT version, sum(octet_length(change)) OVER (ORDER BY version DESC) - octet_length(change) FROM list_log
            WHERE list_id = $1 AND version < $2 AND version >= $3
                AND ($4::bytea IS NULL OR position($4::bytea IN change) > 0 OR position('"sectionDeleted"'::bytea IN change) > 0
                    OR position('"labelDeleted"'::bytea IN change) > 0 OR position('"labelRestored"'::bytea IN change) > 0)
            ORDER BY version DESC LIMIT $5
            """);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = listId });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = before });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = notBelow });
        command.Parameters.Add(new NpgsqlParameter { Value = taskId is { } id ? Encoding.ASCII.GetBytes($"\"taskId\":\"{id}\"") : DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bytea });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = maxRows });
        List<long> versions = [];
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            if (reader.GetDecimal(1) >= maxBytes) return (versions, true);
            versions.Add(reader.GetInt64(0));
        }

        return (versions, false);
    }

    /// <summary>One read for all of them; a list that does not exist is left out.</summary>
    public async Task<ListHead[]> Heads(Guid[] listIds)
    {
        await using var timed = await TimedConnection.Open(dataSource, Limit);
        await using var command = timed.Command("""
            SELECT l.id, h.history_id, (SELECT version FROM list_log WHERE list_id = l.id ORDER BY version DESC LIMIT 1)
            FROM unnest($1::uuid[]) AS l (id), log_history h
            """);
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = listIds });
        List<ListHead> heads = [];
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            if (!reader.IsDBNull(2)) heads.Add(new ListHead(reader.GetGuid(0), reader.GetGuid(1), reader.GetInt64(2)));
        }

        return [.. heads];
    }

    /// <summary>Keeps a snapshot unless a later one is there.</summary>
    public async Task SaveSnapshot(Guid listId, Guid historyId, long version, byte[] chainHash, byte[] state)
    {
        await using var timed = await TimedConnection.Open(dataSource, Limit);
        await using var command = timed.Command("""
            INSERT INTO list_snapshot AS s (list_id, history_id, version, format, chain_hash, state) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (list_id) DO UPDATE SET history_id = excluded.history_id, version = excluded.version, format = excluded.format,
                chain_hash = excluded.chain_hash, state = excluded.state, taken_at = now()
            WHERE s.version < excluded.version OR s.history_id <> excluded.history_id OR s.format <> excluded.format
            """);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = listId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = historyId });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = version });
        command.Parameters.Add(new NpgsqlParameter<short> { TypedValue = StoredList.Format });
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = chainHash });
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = state });
        await command.ExecuteNonQueryAsync();
    }

    static async Task<IReadOnlyList<LogRow>> ReadRows(NpgsqlCommand command)
    {
        List<LogRow> rows = [];
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) rows.Add(ReadRow(reader));
        return rows;
    }

    static LogRow ReadRow(NpgsqlDataReader reader) => new(
        reader.GetInt64(0),
        reader.GetGuid(1),
        reader.GetFieldValue<byte[]>(2),
        reader.IsDBNull(3) ? null : reader.GetFieldValue<byte[]>(3),
        reader.IsDBNull(4) ? null : reader.GetGuid(4),
        reader.GetDateTime(5),
        reader.GetFieldValue<byte[]>(6),
        reader.GetFieldValue<byte[]>(7),
        reader.GetInt16(8));
}

/// <param name="Row">Null when the id is not in the log.</param>
/// <param name="Head">The last version; 0 for a list that does not exist.</param>
sealed record FoundCommand(LogRow? Row, Guid HistoryId, long Head);

/// <param name="Rows">The first ones after the snapshot, and some before it.</param>
/// <param name="Head">The last version; 0 for a list that does not exist.</param>
sealed record LoadedList(Guid HistoryId, StoredState? Snapshot, IReadOnlyList<LogRow> Rows, long Head);
