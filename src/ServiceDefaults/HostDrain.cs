using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TaskList.ServiceDefaults;

/// <summary>The time between "please stop" and the stop: /health/ready already says no, everything else still works.</summary>
public sealed partial class HostDrain(IConfiguration configuration, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<HostDrain> logger)
{
    static readonly TimeSpan StepLimit = TimeSpan.FromSeconds(2);

    readonly TimeSpan _wait = TimeSpan.FromSeconds(Math.Clamp(configuration.GetValue("Shutdown:DrainSeconds", 0), 0, 300));
    readonly Lock _lock = new();
    readonly List<Func<CancellationToken, Task>> _steps = [];
    bool _begun;

    public bool IsDraining => Volatile.Read(ref _begun);

    /// <summary>Runs as soon as draining begins, for 2 s at most: the place to tell clients that they should go elsewhere.</summary>
    public void OnBegin(Func<CancellationToken, Task> step)
    {
        lock (_lock) _steps.Add(step);
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
        Func<CancellationToken, Task>[] steps;
        lock (_lock) steps = [.. _steps];
        await Task.WhenAll(steps.Select(RunAsync));
        await Task.Delay(_wait, time, lifetime.ApplicationStopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lifetime.StopApplication();
    }

    async Task RunAsync(Func<CancellationToken, Task> step)
    {
        using var limit = new CancellationTokenSource(StepLimit, time);
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

    [LoggerMessage(LogLevel.Warning, "A step of draining failed")]
    partial void StepFailed(Exception exception);
}
