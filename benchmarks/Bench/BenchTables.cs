using Npgsql;

namespace TaskList.Bench;

/// <summary>Databases of the bench's own in the product's Postgres: same server, same disk, same settings.</summary>
static class BenchTables
{
    const string Tables = """
        CREATE TABLE bench_commit (list_id uuid, version bigint, command_id uuid NOT NULL, change bytea NOT NULL, PRIMARY KEY (list_id, version));
        CREATE TABLE peer_task (id uuid PRIMARY KEY, list_id uuid NOT NULL, title text NOT NULL, rest text NOT NULL);
        CREATE INDEX ON peer_task (list_id);
        """;

    public static async Task Make(string product, string bench)
    {
        await Execute(product, "CREATE DATABASE bench");
        await Execute(product, "CREATE DATABASE inside");
        await Execute(bench, Tables);
    }

    static async Task Execute(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
