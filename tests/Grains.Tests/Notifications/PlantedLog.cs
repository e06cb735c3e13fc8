using Npgsql;
using TaskList.Contracts;

namespace TaskList.Grains.Tests.Notifications;

/// <summary>Rows written straight into the log, for tests of its readers.</summary>
static class PlantedLog
{
    public static async Task Plant(this NpgsqlDataSource postgres, Guid listId, long version, string change = "{}")
    {
        await using var connection = await postgres.OpenConnectionAsync();
        await connection.Plant(listId, version, change);
    }

    public static async Task Plant(this NpgsqlConnection connection, Guid listId, long version, string change = "{}")
    {
        await using var insert = new NpgsqlCommand(
            "INSERT INTO list_log (list_id, version, command_id, command_hash, at, chain_hash, format, change) VALUES ($1, $2, $3, '', now(), '', 1, $4)",
            connection);
        insert.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = listId });
        insert.Parameters.Add(new NpgsqlParameter<long> { TypedValue = version });
        insert.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = Guid.NewGuid() });
        insert.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = System.Text.Encoding.UTF8.GetBytes(change) });
        await insert.ExecuteNonQueryAsync();
    }

    /// <summary>An id of a list that falls into the given partition.</summary>
    public static async Task<Guid> NewListIn(this NpgsqlDataSource postgres, int partition)
    {
        await using var command = postgres.CreateCommand($"""
            SELECT id FROM (SELECT gen_random_uuid() AS id FROM generate_series(1, 500)) ids
            WHERE satisfies_hash_partition('list_log'::regclass, {ClusterNames.LogPartitions}, $1, id) LIMIT 1
            """);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = partition });
        return (Guid)(await command.ExecuteScalarAsync())!;
    }

    public static async Task<long> Count(this NpgsqlDataSource postgres, string table, Guid listId)
    {
        await using var command = postgres.CreateCommand($"SELECT count(*) FROM {table} WHERE list_id = $1");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = listId });
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
