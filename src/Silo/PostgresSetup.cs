using Npgsql;
using TaskList.Grains.Lists;

namespace TaskList.Silo;

/// <summary>The silo's ways to Postgres: one that takes writes, and where there is one, a replica for what may be a few seconds old.</summary>
static class PostgresSetup
{
    const string GenericPlans = "SET plan_cache_mode = force_generic_plan";

    public static void AddPostgres(this IServiceCollection services, string connectionString, string? replica)
    {
        services.AddSingleton(_ => Build(new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "tasklist-silo", MaxPoolSize = 30 }));
        services.AddSingleton(provider => new Replica(
            provider.GetRequiredService<NpgsqlDataSource>(),
            [.. Hosts(replica).Select(host => Build(new NpgsqlConnectionStringBuilder(replica) { Host = host, TargetSessionAttributes = null, ApplicationName = "tasklist-silo-replica", MaxPoolSize = 10 }))],
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<Replica>>()));
    }

    /// <summary>Of several hosts the one that takes writes: after a fail-over that is another one, and the driver must look again soon.</summary>
    public static string ToPrimary(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (settings.Host?.Contains(',') is not true) return connectionString;
        settings.TargetSessionAttributes ??= "read-write";
        settings.HostRecheckSeconds = 1;
        return settings.ConnectionString;
    }

    /// <summary>Each of several with its port in its name, as the driver takes it.</summary>
    static string[] Hosts(string? connectionString) =>
        connectionString is null ? [] : new NpgsqlConnectionStringBuilder(connectionString).Host?.Split(',', StringSplitOptions.TrimEntries) ?? [];

    static NpgsqlDataSource Build(NpgsqlConnectionStringBuilder settings)
    {
        settings.MaxAutoPrepare = 50;
        settings.AutoPrepareMinUsages = 2;
        settings.NoResetOnClose = true;
        settings.Timeout = 5;
        settings.CommandTimeout = 5;
        var source = new NpgsqlDataSourceBuilder(settings.ConnectionString);
        source.UsePhysicalConnectionInitializer(PlanOnce, PlanOnceAsync);
        return source.Build();
    }

    /// <summary>
    /// The append's arrays differ in length each time, and Postgres would plan it anew each time in the hope of something better: that cost as much as the insert.
    /// </summary>
    static void PlanOnce(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(GenericPlans, connection);
        command.ExecuteNonQuery();
    }

    static async Task PlanOnceAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(GenericPlans, connection);
        await command.ExecuteNonQueryAsync();
    }
}
