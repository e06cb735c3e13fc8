using Npgsql;
using NpgsqlTypes;
using TaskList.Contracts;

namespace TaskList.Grains.Lists;

/// <summary>
/// The statements that write the log: for one row, for one list's rows, for several lists. The first two are what the third would do, without what it costs Postgres:
/// an array for each column, a look at the head for each row, an answer for each row.
/// </summary>
static class AppendStatement
{
    const string Into = "INSERT INTO list_log (list_id, version, command_id, command_hash, conflicts, actor_id, at, chain_hash, change, quiet, format)";

    const string OneRow = $"""
        {Into} SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11
        WHERE $2 = 1 OR (SELECT true FROM list_log p WHERE p.list_id = $1 AND p.version = $2 - 1)
        """;

    const string OneList = $"""
        {Into} SELECT $10, r.version, r.command_id, r.command_hash, r.conflicts, r.actor_id, r.at, r.chain_hash, r.change, r.quiet, $12
        FROM unnest($1::bigint[], $2::uuid[], $3::bytea[], $4::bytea[], $5::uuid[], $6::timestamptz[], $7::bytea[], $8::bytea[], $9::boolean[])
            AS r (version, command_id, command_hash, conflicts, actor_id, at, chain_hash, change, quiet)
        WHERE $11 = 1 OR (SELECT true FROM list_log p WHERE p.list_id = $10 AND p.version = $11 - 1)
        """;

    /// <summary>A list's rows go in only where its head is right before the first of them. The scalar subquery keeps the check an index look-up whatever the table's size.</summary>
    const string SeveralLists = $"""
        {Into} SELECT r.list_id, r.version, r.command_id, r.command_hash, r.conflicts, r.actor_id, r.at, r.chain_hash, r.change, r.quiet, $12
        FROM unnest($1::bigint[], $2::uuid[], $3::bytea[], $4::bytea[], $5::uuid[], $6::timestamptz[], $7::bytea[], $8::bytea[], $9::boolean[], $10::uuid[], $11::bigint[])
            AS r (version, command_id, command_hash, conflicts, actor_id, at, chain_hash, change, quiet, list_id, first)
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
        await using var command = new NpgsqlCommand { Connection = connection, CommandTimeout = 0 };
        HashSet<Guid> written = [];
        if (batches.Count == 1)
        {
            SetOne(command, batches[0]);
            if (await command.ExecuteNonQueryAsync().ConfigureAwait(false) > 0) written.Add(batches[0].ListId);
        }
        else
        {
            SetSeveral(command, batches);
            await Read(command, written).ConfigureAwait(false);
        }

        checkCommit();
        return written;
    }

    static async Task Read(NpgsqlCommand command, HashSet<Guid> written)
    {
        await using var reader = await command.ExecuteReaderAsync().ConfigureAwait(false);
        while (await reader.ReadAsync()) written.Add(reader.GetGuid(0));

        // The rows come before the commit; only the end of the answer comes after it. Disposing the reader would read that end, too, but hides some of its failures.
        while (await reader.NextResultAsync())
        {
        }
    }

    static void SetOne(NpgsqlCommand command, ListBatch batch)
    {
        var first = batch.Rows[0];
        if (batch.Rows.Count == 1)
        {
            command.CommandText = Checked(OneRow);
            Add(command, batch.ListId);
            Add(command, first.Version);
            Add(command, first.CommandId);
            Add(command, first.CommandHash);
            Add(command, first.Conflicts, NpgsqlDbType.Bytea);
            Add(command, first.ActorId, NpgsqlDbType.Uuid);
            Add(command, first.At);
            Add(command, first.ChainHash);
            Add(command, first.Change);
            Add(command, first.Quiet);
        }
        else
        {
            command.CommandText = Checked(OneList);
            AddColumns(command, [.. batch.Rows]);
            Add(command, batch.ListId);
            Add(command, first.Version);
        }

        Add(command, LogRow.Format);
    }

    static void SetSeveral(NpgsqlCommand command, IReadOnlyList<ListBatch> batches)
    {
        List<LogRow> rows = [];
        List<Guid> listIds = [];
        List<long> firsts = [];
        foreach (var batch in batches)
        {
            foreach (var row in batch.Rows)
            {
                rows.Add(row);
                listIds.Add(batch.ListId);
                firsts.Add(batch.Rows[0].Version);
            }
        }

        command.CommandText = Checked(SeveralLists);
        AddColumns(command, [.. rows]);
        Add(command, listIds.ToArray());
        Add(command, firsts.ToArray());
        Add(command, LogRow.Format);
    }

    static void AddColumns(NpgsqlCommand command, LogRow[] rows)
    {
        Add(command, Array.ConvertAll(rows, static row => row.Version));
        Add(command, Array.ConvertAll(rows, static row => row.CommandId));
        Add(command, Array.ConvertAll(rows, static row => row.CommandHash));
        Add(command, Array.ConvertAll(rows, static row => row.Conflicts));
        Add(command, Array.ConvertAll(rows, static row => row.ActorId));
        Add(command, Array.ConvertAll(rows, static row => row.At));
        Add(command, Array.ConvertAll(rows, static row => row.ChainHash));
        Add(command, Array.ConvertAll(rows, static row => row.Change));
        Add(command, Array.ConvertAll(rows, static row => row.Quiet));
    }

    static void Add<T>(NpgsqlCommand command, T value) => command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value });

    static void Add(NpgsqlCommand command, object? value, NpgsqlDbType type) =>
        command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value, NpgsqlDbType = type });

    static string Checked(string sql) => PlantedBug.NoHeadCheck ? sql.Replace(" = 1 OR", " > 0 OR", StringComparison.Ordinal) : sql;
}
