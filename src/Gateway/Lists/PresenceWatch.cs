using TaskList.Contracts.Lists;

namespace TaskList.Gateway.Lists;

/// <summary>Says again, in time, who is here.</summary>
sealed class PresenceWatch(ListFeeds feeds, TimeProvider clock) : BackgroundService
{
    static readonly TimeSpan Period = PresenceTimes.Renewal / 4;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken)) feeds.RenewPresence();
    }
}
