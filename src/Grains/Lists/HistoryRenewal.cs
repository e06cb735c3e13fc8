using Npgsql;

namespace TaskList.Grains.Lists;

/// <summary>
/// What has to be done after the past has changed (a restore, a fail-over that may have lost a tail) and before a silo serves again: every list gets a new history
/// id, so that clients throw their copies away and offer again what the database may have forgotten.
/// </summary>
public sealed class HistoryRenewal(NpgsqlDataSource source)
{
    /// <summary>Whether rows hold transaction numbers that this server has not come to yet: they were copied here from another one, row by row.</summary>
    /// <remarks>Followers would never read those rows, and would step over new ones.</remarks>
    public const string IsForeign = "SELECT coalesce((SELECT max(tx) FROM list_log) >= pg_snapshot_xmax(pg_current_snapshot()), false)";

    /// <returns>The new id, and whether the log's places were numbered anew.</returns>
    public async Task<(Guid HistoryId, bool Renumbered)> Run()
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();

        // Whoever appends now appends to a past that is being changed.
        await Tell(connection, "LOCK TABLE list_log, log_history IN EXCLUSIVE MODE");
        var foreign = await Ask<bool>(connection, IsForeign);
        if (foreign) await Renumber(connection);
        var historyId = await Ask<Guid>(connection, "UPDATE log_history SET history_id = gen_random_uuid(), since = now() RETURNING history_id");
        await transaction.CommitAsync();
        return (historyId, foreign);
    }

    /// <summary>
    /// All rows get transaction 0 and keep their running numbers, which go up within each list. A follower goes on before the first row that it has not had: some come
    /// to it twice, which it is made for, and none is left out.
    /// </summary>
    static async Task Renumber(NpgsqlConnection connection)
    {
        List<(string Consumer, int Partition)> cursors = [];
        await using (var read = new NpgsqlCommand("SELECT consumer, partition FROM follower_cursor", connection))
        await using (var rows = await read.ExecuteReaderAsync())
        {
            while (await rows.ReadAsync()) cursors.Add((rows.GetString(0), rows.GetInt32(1)));
        }

        foreach (var (consumer, partition) in cursors)
        {
            await using var move = Unbounded(connection, $"""
                UPDATE follower_cursor AS c SET tx = '0', updated_at = now(), seq = coalesce(
                    (SELECT min(seq) - 1 FROM list_log_p{partition} WHERE (tx, seq) > (c.tx, c.seq)), (SELECT max(seq) FROM list_log_p{partition}), 0)
                WHERE consumer = $1 AND partition = $2
                """);
            move.Parameters.Add(new NpgsqlParameter<string> { TypedValue = consumer });
            move.Parameters.Add(new NpgsqlParameter<int> { TypedValue = partition });
            await move.ExecuteNonQueryAsync();
        }

        await Tell(connection, "UPDATE list_log SET tx = '0' WHERE tx <> '0'");
    }

    static async Task Tell(NpgsqlConnection connection, string sql)
    {
        await using var command = Unbounded(connection, sql);
        await command.ExecuteNonQueryAsync();
    }

    static async Task<T> Ask<T>(NpgsqlConnection connection, string sql)
    {
        await using var command = Unbounded(connection, sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    static NpgsqlCommand Unbounded(NpgsqlConnection connection, string sql) => new(sql, connection) { CommandTimeout = 0 };
}
