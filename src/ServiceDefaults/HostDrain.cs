using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TaskList.ServiceDefaults;

/// <summary>The time between "please stop" and the stop: /health/ready already says no, everything else still works.</summary>
public sealed partial class HostDrain(IConfiguration configuration, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<HostDrain> logger)
    : IDisposable
{
    static readonly TimeSpan StepLimit = TimeSpan.FromSeconds(2);

    readonly TimeSpan _wait = TimeSpan.FromSeconds(Math.Clamp(configuration.GetValue("Shutdown:DrainSeconds", 0), 0, 300));
    readonly Lock _lock = new();
    readonly List<(Func<CancellationToken, Task> Run, TimeSpan Limit)> _steps = [];
    ITimer? _end;
    bool _begun;

    /// <summary>
    /// From the stop on, 40 s; a step of the drain may shorten it. A host gives its services 30 s and then waits for those that do not listen; a silo whose Redis and Postgres are both away does not end by itself at all.
    /// </summary>
    public TimeSpan LastMoment { get; set; } = TimeSpan.FromSeconds(40);

    public bool IsDraining => Volatile.Read(ref _begun);

    /// <summary>Runs as soon as draining begins, for 2 s at most unless a limit is given: the place to tell clients that they should go elsewhere, and to hand over work.</summary>
    public void OnBegin(Func<CancellationToken, Task> step, TimeSpan? limit = null)
    {
        lock (_lock) _steps.Add((step, limit ?? StepLimit));
    }

    /// <summary>Drains, then stops the application. Asked again, it stops at once.</summary>
    public async Task BeginAsync()
    {
        if (Interlocked.Exchange(ref _begun, true))
        {
            lifetime.StopApplication();
            return;
        }

        Draining(_wait.TotalSeconds);
        (Func<CancellationToken, Task> Run, TimeSpan Limit)[] steps;
        lock (_lock) steps = [.. _steps];
        await Task.WhenAll(steps.Select(step => RunAsync(step.Run, step.Limit)));
        await Task.Delay(_wait, time, lifetime.ApplicationStopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end = time.CreateTimer(_ => End(), null, LastMoment, Timeout.InfiniteTimeSpan);
        lifetime.ApplicationStopped.Register(Dispose);
        lifetime.StopApplication();
    }

    public void Dispose() => _end?.Dispose();

    void End()
    {
        StillHere(LastMoment.TotalSeconds);
        Environment.Exit(1);
    }

    async Task RunAsync(Func<CancellationToken, Task> step, TimeSpan timeLimit)
    {
        using var limit = new CancellationTokenSource(timeLimit, time);
        try
        {
            await step(limit.Token).WaitAsync(limit.Token);
        }
        catch (Exception e)
        {
            // The process goes anyway: one farewell that fails must not keep the others waiting.
            StepFailed(e);
        }
    }

    [LoggerMessage(LogLevel.Information, "Asked to stop; draining for {Seconds} s")]
    partial void Draining(double seconds);

    [LoggerMessage(LogLevel.Error, "Not stopped after {Seconds} s; ending without a farewell")]
    partial void StillHere(double seconds);

    [LoggerMessage(LogLevel.Warning, "A step of draining failed")]
    partial void StepFailed(Exception exception);
}
