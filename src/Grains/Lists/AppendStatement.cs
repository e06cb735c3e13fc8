using Npgsql;
using NpgsqlTypes;
using TaskList.Contracts;

namespace TaskList.Grains.Lists;

/// <summary>The one statement that writes the log.</summary>
static class AppendStatement
{
    /// <summary>A list's rows go in only where its head is right before the first of them. The scalar subquery keeps the check an index look-up whatever the table's size.</summary>
    const string Sql = """
        INSERT INTO list_log (list_id, version, command_id, command_hash, conflicts, actor_id, at, chain_hash, format, change)
        SELECT r.list_id, r.version, r.command_id, r.command_hash, r.conflicts, r.actor_id, r.at, r.chain_hash, $10, r.change
        FROM unnest($1::uuid[], $2::bigint[], $3::bigint[], $4::uuid[], $5::bytea[], $6::bytea[], $7::uuid[], $8::timestamptz[], $9::bytea[], $11::bytea[])
            AS r (list_id, version, first, command_id, command_hash, conflicts, actor_id, at, chain_hash, change)
        WHERE r.first = 1 OR (SELECT true FROM list_log p WHERE p.list_id = r.list_id AND p.version = r.first - 1)
        RETURNING list_id
        """;

    /// <summary>Returns the lists whose rows were written.</summary>
    /// <exception cref="PostgresException">Nothing was written.</exception>
    /// <exception cref="UnconfirmedCommitException">Committed here, but Postgres warns about it.</exception>
    /// <exception cref="NpgsqlException">Nobody knows.</exception>
    public static async Task<HashSet<Guid>> Run(NpgsqlConnection connection, IReadOnlyList<ListBatch> batches)
    {
        var checkCommit = UnconfirmedCommitException.Watch(connection);
        await using var command = new NpgsqlCommand(PlantedBug.NoHeadCheck ? Sql.Replace("r.first = 1 OR", "true OR", StringComparison.Ordinal) : Sql, connection) { CommandTimeout = 0 };
        AddParameters(command, batches);
        HashSet<Guid> written = [];
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) written.Add(reader.GetGuid(0));

        // The rows come before the commit; only the end of the answer comes after it. Disposing the reader would read that end, too, but hides some of its failures.
        while (await reader.NextResultAsync())
        {
        }

        checkCommit();
        return written;
    }

    static void AddParameters(NpgsqlCommand command, IReadOnlyList<ListBatch> batches)
    {
        (ListBatch Batch, LogRow Row)[] rows = [.. batches.SelectMany(batch => batch.Rows.Select(row => (batch, row)))];

        Add(NpgsqlDbType.Uuid, rows.Select(r => r.Batch.ListId));
        Add(NpgsqlDbType.Bigint, rows.Select(r => r.Row.Version));
        Add(NpgsqlDbType.Bigint, rows.Select(r => r.Batch.Rows[0].Version));
        Add(NpgsqlDbType.Uuid, rows.Select(r => r.Row.CommandId));
        Add(NpgsqlDbType.Bytea, rows.Select(r => r.Row.CommandHash));
        Add(NpgsqlDbType.Bytea, rows.Select(r => r.Row.Conflicts));
        Add(NpgsqlDbType.Uuid, rows.Select(r => r.Row.ActorId));
        Add(NpgsqlDbType.TimestampTz, rows.Select(r => r.Row.At));
        Add(NpgsqlDbType.Bytea, rows.Select(r => r.Row.ChainHash));
        command.Parameters.Add(new NpgsqlParameter<short> { TypedValue = LogRow.Format });
        Add(NpgsqlDbType.Bytea, rows.Select(r => r.Row.Change));

        void Add<T>(NpgsqlDbType type, IEnumerable<T> values) =>
            command.Parameters.Add(new NpgsqlParameter<T[]> { TypedValue = [.. values], NpgsqlDbType = NpgsqlDbType.Array | type });
    }
}
