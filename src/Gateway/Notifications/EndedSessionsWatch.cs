using TaskList.Contracts.Auth;

namespace TaskList.Gateway.Notifications;

/// <summary>Cuts the connections of sessions that ended anywhere in the cluster: asks every 2 s, because a sign-out must not get lost on the way.</summary>
sealed partial class EndedSessionsWatch(
    IClusterClient cluster, EndedSessions ended, UserConnections connections, TimeProvider time, ILogger<EndedSessionsWatch> logger) : BackgroundService
{
    static TimeSpan Period => TimeSpan.FromSeconds(2);

    /// <summary>Asked again each time: clocks differ, and an end becomes visible a little after its time stamp.</summary>
    static TimeSpan Overlap => TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var since = time.GetUtcNow() - EndedSessions.Memory;
        using var timer = new PeriodicTimer(Period, time);
        do
        {
            try
            {
                var askedAt = time.GetUtcNow();
                Cut(await cluster.GetGrain<IAuthGrain>(0).EndedSessions(since.UtcDateTime).WaitAsync(stoppingToken));
                since = askedAt - Overlap;
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // The next round asks for everything since the last good one, but never for more than tokens can outlive.
                since = Later(since, time.GetUtcNow() - EndedSessions.Memory);
                LogNotAsked(e.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    void Cut(Guid[] sessionIds)
    {
        foreach (var sessionId in ended.Take(sessionIds))
        {
            if (connections.AbortSession(sessionId) is > 0 and var count) LogCut(count, sessionId);
        }
    }

    static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    [LoggerMessage(LogLevel.Information, "Cut {Count} connections of the ended session {SessionId}")]
    partial void LogCut(int count, Guid sessionId);

    [LoggerMessage(LogLevel.Warning, "Ended sessions could not be asked for ({Error}); asking again")]
    partial void LogNotAsked(string error);
}
