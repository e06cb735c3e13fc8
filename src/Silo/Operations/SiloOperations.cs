using Npgsql;
using Orleans.Dashboard;
using TaskList.ServiceDefaults;

namespace TaskList.Silo.Operations;

/// <summary>What the people who run a silo look at.</summary>
static class SiloOperations
{
    /// <summary>Ready: a member of the cluster, and Postgres answers. Without Postgres a silo can neither read nor commit a list.</summary>
    public static IServiceCollection AddSiloChecks(this IServiceCollection services)
    {
        services.AddHostedService<HistoryWatch>();
        services.AddReadyCheck("cluster", provider =>
        {
            var silos = provider.GetRequiredService<ISiloStatusOracle>();
            return _ => silos.CurrentStatus == SiloStatus.Active
                ? Task.CompletedTask
                : throw new InvalidOperationException($"The silo is {silos.CurrentStatus}.");
        });
        services.AddReadyCheck("postgres", provider =>
        {
            var postgres = provider.GetRequiredService<NpgsqlDataSource>();
            return async cancellation =>
            {
                await using var ask = postgres.CreateCommand("SELECT 1");
                await ask.ExecuteScalarAsync(cancellation);
            };
        });
        return services;
    }

    /// <summary>
    /// The source of the dashboard's figures; it costs every grain call a filter, so <c>Dashboard=off</c> spares load tests.
    /// No log page: it would show what other services of the process log, to a browser.
    /// </summary>
    public static ISiloBuilder AddSiloDashboard(this ISiloBuilder silo, IConfiguration configuration) =>
        configuration["Dashboard"] is "off" ? silo : silo.AddDashboard(o => o.HideTrace = true);
}
