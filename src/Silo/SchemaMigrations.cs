using DbUp;
using DbUp.Engine.Output;
using Npgsql;

namespace TaskList.Silo;

/// <summary>Brings the database to this release's schema. Any number of silos may start at once: one migrates, the others wait for the lock.</summary>
static class SchemaMigrations
{
    /// <summary>An arbitrary number that every release of TaskList uses for the same lock.</summary>
    const long LockKey = 0x7461736B6C697374;

    public static void Apply(string connectionString)
    {
        // Unpooled: the lock lives as long as the connection, and a pooled one would live on after this method.
        using var locker = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        locker.Open();
        using (var take = new NpgsqlCommand("SELECT pg_advisory_lock($1)", locker) { CommandTimeout = 60 })
        {
            take.Parameters.Add(new NpgsqlParameter<long> { TypedValue = LockKey });
            take.ExecuteNonQuery();
        }

        var result = DeployChanges.To
            .PostgresqlDatabase(connectionString)
            .WithScriptsEmbeddedInAssembly(typeof(SchemaMigrations).Assembly, name => name.EndsWith(".sql", StringComparison.Ordinal))
            .JournalToPostgresqlTable("public", "schema_migration")
            .WithTransactionPerScript()
            .LogTo(new NoOpUpgradeLog())
            .Build()
            .PerformUpgrade();

        if (!result.Successful)
            throw new InvalidOperationException($"The database schema could not be brought up to date (script {result.ErrorScript?.Name}).", result.Error);
    }
}
