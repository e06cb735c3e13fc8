using TaskList.Contracts;

namespace TaskList.Gateway.Notifications;

/// <summary>Holds this gateway's subscriptions to the streams of users' events: opens them, proves every 30 s that they live, and renews those that do not.</summary>
sealed class UserEventBridge(UserEventStreamFactory streams, TimeProvider time) : BackgroundService
{
    static readonly TimeSpan Period = TimeSpan.FromSeconds(30);
    static readonly TimeSpan RetryPeriod = TimeSpan.FromSeconds(2);

    readonly UserEventStream[] _streams = [.. Enumerable.Range(0, ClusterNames.UserEventPartitions).Select(streams.Create)];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var alive = await Task.WhenAll(_streams.Select(stream => stream.Check()));
            await Task.Delay(Array.TrueForAll(alive, well => well) ? Period : RetryPeriod, time, stoppingToken)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await Task.WhenAll(_streams.Select(stream => stream.Close()));
    }
}
