using Npgsql;
using TaskList.LocalServices;
using TaskList.Silo;
using Xunit;

[assembly: AssemblyFixture(typeof(TaskList.Grains.Tests.TestPostgres))]

namespace TaskList.Grains.Tests;

/// <summary>One real Postgres for all tests of this assembly, started when the first one asks; each test class takes a database of its own.</summary>
public sealed class TestPostgres : IAsyncLifetime
{
    readonly Lazy<Task<EmbeddedPostgres>> _server = new(EmbeddedPostgres.StartTemporaryAsync);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>A connection string to a fresh database with this release's schema.</summary>
    public async Task<string> CreateDatabase()
    {
        var server = await _server.Value;
        var name = $"test_{Guid.NewGuid():n}";
        await using (var source = NpgsqlDataSource.Create(server.ConnectionString))
        await using (var create = source.CreateCommand($"CREATE DATABASE {name}"))
            await create.ExecuteNonQueryAsync();

        var connectionString = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = name }.ConnectionString;
        SchemaMigrations.Apply(connectionString);
        return connectionString;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_server.IsValueCreated) return;
        NpgsqlConnection.ClearAllPools();
        await (await _server.Value).DisposeAsync();
    }
}
