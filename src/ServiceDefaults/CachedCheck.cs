using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace TaskList.ServiceDefaults;

/// <summary>A check that asks at most once a second, never twice at a time, and never waits longer than 2 s, however often it is probed.</summary>
sealed partial class CachedCheck(string name, Func<CancellationToken, Task> probe, TimeProvider time, ILogger<CachedCheck> logger) : IHealthCheck
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);
    static readonly TimeSpan Keep = TimeSpan.FromSeconds(1);

    readonly Lock _lock = new();
    Task<bool>? _latest;
    long _finishedAt;
    bool? _wasHealthy;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        Task<bool> answer;
        lock (_lock)
        {
            if (_latest is null || (_latest.IsCompleted && time.GetElapsedTime(_finishedAt) >= Keep)) _latest = AskAsync();
            answer = _latest;
        }

        return await answer.WaitAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
    }

    async Task<bool> AskAsync()
    {
        // Off the caller's lock, also when the probe does its work before its first await.
        await Task.Yield();
        using var limit = new CancellationTokenSource(Limit, time);
        Exception? fault = null;
        try
        {
            // Not every probe can be cancelled; the one left behind ends by its own time-out.
            await probe(limit.Token).WaitAsync(limit.Token);
        }
        catch (Exception e)
        {
            // Whatever it is, the answer is "not ready"; the log line below names it.
            fault = e;
        }

        var healthy = fault is null;
        if (_wasHealthy is true && !healthy) Lost(name, fault!.GetType().Name);
        if (_wasHealthy is false && healthy) Regained(name);
        _wasHealthy = healthy;
        _finishedAt = time.GetTimestamp();
        return healthy;
    }

    [LoggerMessage(LogLevel.Warning, "Not ready: {Check} fails with {Fault}")]
    partial void Lost(string check, string fault);

    [LoggerMessage(LogLevel.Information, "Ready again: {Check} works")]
    partial void Regained(string check);
}
