using Microsoft.Extensions.Logging;
using TaskList.Contracts.Notifications;

namespace TaskList.Grains.Notifications;

/// <summary>Every silo calls every follower, and what else works by itself, now and then: wherever one was lost, it stands again within one period.</summary>
sealed partial class FollowerWaker(
    IGrainFactory grains, FollowerConsumers consumers, IEnumerable<KeptAwake> others, TimeProvider time, ILogger<FollowerWaker> logger)
    : ILifecycleParticipant<ISiloLifecycle>, IDisposable
{
    readonly CancellationTokenSource _stop = new();
    Task _waking = Task.CompletedTask;

    static TimeSpan Period => TimeSpan.FromSeconds(10);

    /// <summary>While some sleep, as they do when a silo has died.</summary>
    static TimeSpan RetryPeriod => TimeSpan.FromSeconds(2);

    static TimeSpan CallLimit => TimeSpan.FromSeconds(5);

    public void Participate(ISiloLifecycle observer) => observer.Subscribe(nameof(FollowerWaker), ServiceLifecycleStage.Active, Start, Stop);

    public void Dispose() => _stop.Dispose();

    Task Start(CancellationToken cancellationToken)
    {
        _waking = Task.Run(WakeNowAndThen, CancellationToken.None);
        return Task.CompletedTask;
    }

    async Task Stop(CancellationToken cancellationToken)
    {
        await _stop.CancelAsync();
        await _waking.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    async Task WakeNowAndThen()
    {
        while (!_stop.IsCancellationRequested)
        {
            var asleep = (await Task.WhenAll(All().Select(Woken))).Count(awake => !awake);
            if (asleep > 0 && !_stop.IsCancellationRequested) LogAsleep(asleep);

            // Jitter, so that the silos of a cluster do not all call at once.
            var pause = asleep > 0 ? RetryPeriod : Period;
            await Task.Delay(pause * (0.8 + (0.4 * Random.Shared.NextDouble())), time, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    IEnumerable<Task> All() => consumers.FollowerKeys.Select(key => grains.GetGrain<IFollowerGrain>(key).Wake()).Concat(others.Select(other => other.Wake(grains)));

    async Task<bool> Woken(Task call)
    {
        var wake = call.WaitAsync(CallLimit, time, _stop.Token);
        await wake.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return wake.IsCompletedSuccessfully;
    }

    [LoggerMessage(LogLevel.Warning, "{Count} followers could not be woken; trying again")]
    partial void LogAsleep(int count);
}
