using Npgsql;
using NpgsqlTypes;

namespace TaskList.Grains.Notifications;

/// <summary>What followers read and write in Postgres.</summary>
sealed class FollowerLog(NpgsqlDataSource postgres)
{
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
    public async Task<List<LoggedChange>> Read(int partition, LogCursor after, int rows, int bytes, CancellationToken stop)
    {
        await using var command = postgres.CreateCommand($"""
            SELECT tx, seq, list_id, version, at, change
            FROM (
                SELECT page.*, sum(octet_length(change)) OVER (ORDER BY tx, seq) - octet_length(change) AS bytes_before
                FROM (
                    SELECT tx, seq, list_id, version, at, change FROM list_log_p{partition}
                    WHERE (tx, seq) > ($1, $2) AND tx < pg_snapshot_xmin(pg_current_snapshot())
                    ORDER BY tx, seq LIMIT $3
                ) page
            ) sized
            WHERE bytes_before < $4 ORDER BY tx, seq
            """);
        command.Parameters.Add(Xid(after.Tx));
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = after.Seq });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = rows });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = bytes });

        var changes = new List<LoggedChange>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            var place = new LogCursor(reader.GetFieldValue<ulong>(0), reader.GetInt64(1));
            changes.Add(new LoggedChange(place, reader.GetGuid(2), reader.GetInt64(3), reader.GetDateTime(4), reader.GetFieldValue<byte[]>(5)));
        }

        return changes;
    }

    /// <summary>Moves the cursor. False when it is no longer where this follower left it: another activation works on the same partition.</summary>
    public async Task<bool> Advance(string consumer, int partition, LogCursor from, LogCursor to)
    {
        await using var command = postgres.CreateCommand("""
            UPDATE follower_cursor SET tx = $3, seq = $4, updated_at = now()
            WHERE consumer = $1 AND partition = $2 AND tx = $5 AND seq = $6
            """);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = consumer });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = partition });
        command.Parameters.Add(Xid(to.Tx));
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = to.Seq });
        command.Parameters.Add(Xid(from.Tx));
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = from.Seq });
        return await command.ExecuteNonQueryAsync() == 1;
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
