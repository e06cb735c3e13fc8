using Npgsql;
using TaskList.Grains.Lists;

namespace TaskList.Silo.Operations;

/// <summary>
/// A silo belongs to one history. When that changes under it (somebody restored the database, or made a new history after a lossy fail-over) what its lists
/// remember is not the past any more: it ends, and whoever watches over it starts it anew.
/// </summary>
sealed partial class HistoryWatch(NpgsqlDataSource postgres, IHostApplicationLifetime host, TimeProvider time, ILogger<HistoryWatch> logger) : BackgroundService
{
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    Guid? _history;

    /// <summary>A log that was copied here from another server would starve the followers in silence.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await using (var ask = postgres.CreateCommand(HistoryRenewal.IsForeign))
        {
            if (await ask.ExecuteScalarAsync(cancellationToken) is true)
                throw new InvalidOperationException("The log was copied from another Postgres. Run \"new-history\" first, see docs/operations.md.");
        }

        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            if (await Read(stoppingToken) is not { } now) continue;
            _history ??= now;
            if (now == _history) continue;
            LogOtherHistory(_history.Value, now);
            host.StopApplication();
            return;
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    async Task<Guid?> Read(CancellationToken stop)
    {
        try
        {
            await using var ask = postgres.CreateCommand("SELECT history_id FROM log_history");
            return (Guid?)await ask.ExecuteScalarAsync(stop);
        }
        catch (Exception fault) when (fault is NpgsqlException or TimeoutException)
        {
            // Readiness tells of it; the next look will do.
            return null;
        }
    }

    [LoggerMessage(LogLevel.Critical, "The history of the database is now {Now}, this silo serves {Known}: it stops, to start anew.")]
    partial void LogOtherHistory(Guid known, Guid now);
}
