using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.SignalR;

namespace TaskList.Gateway.Lists;

/// <summary>Ends connections whose token ran out and was not renewed.</summary>
sealed partial class TokenExpiry(TimeProvider clock, ILogger<TokenExpiry> logger) : BackgroundService
{
    /// <summary>After a token's end, for a renewal that is on its way.</summary>
    static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    readonly ConcurrentDictionary<string, (HubCallerContext Context, DateTimeOffset ExpiresAt)> _connections = new();

    public void Watch(HubCallerContext context)
    {
        var seconds = long.Parse(context.User!.FindFirstValue("exp")!, CultureInfo.InvariantCulture);
        _connections[context.ConnectionId] = (context, DateTimeOffset.FromUnixTimeSeconds(seconds));
    }

    /// <summary>Returns the seconds until the new token ends.</summary>
    public int Renew(HubCallerContext context, DateTime expiresAt)
    {
        var until = new DateTimeOffset(expiresAt, TimeSpan.Zero);
        if (_connections.TryGetValue(context.ConnectionId, out var before)) _connections.TryUpdate(context.ConnectionId, (context, until), before);
        return Math.Max(0, (int)(until - clock.GetUtcNow()).TotalSeconds);
    }

    public void Forget(string connectionId) => _connections.TryRemove(connectionId, out _);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken)) CutExpired();
    }

    public void CutExpired()
    {
        var now = clock.GetUtcNow();
        foreach (var (connectionId, (context, expiresAt)) in _connections)
        {
            if (now < expiresAt + Grace) continue;
            LogExpired(connectionId);
            context.Abort();
        }
    }

    [LoggerMessage(LogLevel.Information, "Connection {ConnectionId} did not renew its token and is closed.")]
    partial void LogExpired(string connectionId);
}
