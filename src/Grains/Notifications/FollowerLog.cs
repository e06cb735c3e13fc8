using Npgsql;
using NpgsqlTypes;

namespace TaskList.Grains.Notifications;

/// <summary>What followers read and write in Postgres.</summary>
sealed class FollowerLog(NpgsqlDataSource postgres)
{
    /// <summary>A read of heads goes over so many times the rows of another one: it brings one row a list and no bytes.</summary>
    const int ChangesAHead = 40;

    /// <summary>The stored cursor, made on first use at the beginning of the log.</summary>
    public async Task<LogCursor> Cursor(string consumer, int partition, CancellationToken stop)
    {
        await using var command = postgres.CreateCommand("""
            WITH first AS (
                INSERT INTO follower_cursor (consumer, partition) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING tx, seq
            )
            SELECT tx, seq FROM first UNION ALL SELECT tx, seq FROM follower_cursor WHERE consumer = $1 AND partition = $2
            """);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = consumer });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = partition });
        await using var rows = await command.ExecuteReaderAsync(stop);
        return await rows.ReadAsync(stop)
            ? new LogCursor(rows.GetFieldValue<ulong>(0), rows.GetInt64(1))
            : throw new InvalidOperationException("Another activation made the cursor at the same moment; the next look finds it.");
    }

    /// <summary>
    /// The changes after a place, but only below the oldest transaction that is still open: rows become visible in the order of commits,
    /// and one that is not finished yet may hold a lower place than one that is.
    /// </summary>
    public async Task<LogPage> Read(int partition, LogCursor after, int rows, int bytes, FollowerReading what, CancellationToken stop)
    {
        await using var batch = postgres.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("SELECT pg_snapshot_xmin(pg_current_snapshot()), history_id FROM log_history"));
        var read = new NpgsqlBatchCommand(what == FollowerReading.Heads ? Heads(partition) : Changes(partition, what == FollowerReading.News ? "AND NOT quiet" : ""));
        read.Parameters.Add(Xid(after.Tx));
        read.Parameters.Add(new NpgsqlParameter<long> { TypedValue = after.Seq });
        read.Parameters.Add(new NpgsqlParameter<int> { TypedValue = what == FollowerReading.Heads ? rows * ChangesAHead : rows });
        if (what != FollowerReading.Heads) read.Parameters.Add(new NpgsqlParameter<long> { TypedValue = bytes });
        batch.BatchCommands.Add(read);

        await using var reader = await batch.ExecuteReaderAsync(stop);
        await reader.ReadAsync(stop);
        var horizon = new LogCursor(reader.GetFieldValue<ulong>(0) - 1, long.MaxValue);

        var historyId = reader.GetGuid(1);

        await reader.NextResultAsync(stop);
        var changes = new List<LoggedChange>();
        while (await reader.ReadAsync(stop))
        {
            var place = new LogCursor(reader.GetFieldValue<ulong>(0), reader.GetInt64(1));
            var utf8 = reader.IsDBNull(5) ? [] : reader.GetFieldValue<byte[]>(5);
            changes.Add(new LoggedChange(place, reader.GetGuid(2), reader.GetInt64(3), reader.GetDateTime(4), utf8));
        }

        return new LogPage(historyId, changes, horizon);
    }

    static string Changes(int partition, string which) => $"""
        SELECT tx, seq, list_id, version, at, change
        FROM (
            SELECT page.*, sum(octet_length(change)) OVER (ORDER BY tx, seq) - octet_length(change) AS bytes_before
            FROM (
                SELECT tx, seq, list_id, version, at, change FROM list_log_p{partition}
                WHERE (tx, seq) > ($1, $2) AND tx < pg_snapshot_xmin(pg_current_snapshot()) {which}
                ORDER BY tx, seq LIMIT $3
            ) page
        ) sized
        WHERE bytes_before < $4 ORDER BY tx, seq
        """;

    static string Heads(int partition) => $"""
        SELECT tx, seq, list_id, version, at, NULL
        FROM (
            SELECT DISTINCT ON (list_id) page.*
            FROM (
                SELECT tx, seq, list_id, version, at FROM list_log_p{partition}
                WHERE (tx, seq) > ($1, $2) AND tx < pg_snapshot_xmin(pg_current_snapshot())
                ORDER BY tx, seq LIMIT $3
            ) page
            ORDER BY list_id, version DESC
        ) heads
        ORDER BY tx, seq
        """;

    /// <summary>
    /// Moves the cursor. False when it is no longer where this follower left it: another activation works on the same partition. The commit is not waited for:
    /// a cursor that a crash takes back is behind what has been handed over, and handing over twice does no harm.
    /// </summary>
    public async Task<bool> Advance(string consumer, int partition, LogCursor from, LogCursor to)
    {
        await using var batch = postgres.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand("SELECT set_config('synchronous_commit', 'off', true)"));
        batch.BatchCommands.Add(new NpgsqlBatchCommand("""
            UPDATE follower_cursor SET tx = $3, seq = $4, updated_at = now()
            WHERE consumer = $1 AND partition = $2 AND tx = $5 AND seq = $6
            """)
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = consumer },
                new NpgsqlParameter<int> { TypedValue = partition },
                Xid(to.Tx),
                new NpgsqlParameter<long> { TypedValue = to.Seq },
                Xid(from.Tx),
                new NpgsqlParameter<long> { TypedValue = from.Seq },
            },
        });
        return await batch.ExecuteNonQueryAsync() == 1;
    }

    public async Task Park(string consumer, int partition, LoggedChange change, string error)
    {
        await using var command = postgres.CreateCommand("""
            INSERT INTO follower_parked (consumer, list_id, version, partition, error) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING
            """);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = consumer });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = change.ListId });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = change.Version });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = partition });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = error });
        await command.ExecuteNonQueryAsync();
    }

    static NpgsqlParameter<ulong> Xid(ulong value) => new() { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Xid8 };
}

/// <param name="Horizon">Where there are no changes there are none up to here: what was quiet need not be looked at again.</param>
sealed record LogPage(Guid HistoryId, List<LoggedChange> Changes, LogCursor Horizon);
