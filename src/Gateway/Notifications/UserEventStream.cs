using Orleans.Streams;
using TaskList.Contracts;
using TaskList.Contracts.Notifications;

namespace TaskList.Gateway.Notifications;

/// <summary>One subscription. It is proven by events to nobody that this gateway sends itself: a subscription can be lost in the cluster without a word.</summary>
sealed partial class UserEventStream(int partition, IClusterClient cluster, UserEventSender sender, ILogger<UserEventStream> logger)
{
    static readonly TimeSpan CallLimit = TimeSpan.FromSeconds(5);

    /// <summary>Made up, so it is no user's id, and every gateway's differs.</summary>
    readonly Guid _probe = Guid.NewGuid();

    StreamSubscriptionHandle<UserEvent>? _subscription;
    volatile bool _probeOut;

    /// <summary>Subscribes where that is needed and sends the next probe. False: look again soon.</summary>
    public async Task<bool> Check()
    {
        try
        {
            var stream = cluster.GetStreamProvider(ClusterNames.UserEventStreams)
                .GetStream<UserEvent>(StreamId.Create(ClusterNames.UserEventNamespace, partition));
            if (_subscription is not null && _probeOut)
            {
                LogDeaf(partition);
                await Close();
            }

            _subscription ??= await stream.SubscribeAsync((happened, _) => Receive(happened)).WaitAsync(CallLimit);
            _probeOut = true;
            await stream.OnNextAsync(new UserEvent(_probe, null)).WaitAsync(CallLimit);
            return true;
        }
        catch (Exception e)
        {
            // A probe that may not have gone out proves nothing.
            _probeOut = false;
            LogNotChecked(partition, e.GetType().Name);
            return false;
        }
    }

    public async Task Close()
    {
        var subscription = _subscription;
        _subscription = null;
        _probeOut = false;
        if (subscription is null) return;
        await subscription.UnsubscribeAsync().WaitAsync(CallLimit).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    Task Receive(UserEvent happened)
    {
        if (happened.UserId != _probe) return sender.Send(happened);
        _probeOut = false;
        return Task.CompletedTask;
    }

    [LoggerMessage(LogLevel.Warning, "Stream {Partition} of users' events no longer reaches this gateway; subscribing again")]
    partial void LogDeaf(int partition);

    [LoggerMessage(LogLevel.Warning, "Stream {Partition} of users' events could not be checked ({Error}); trying again")]
    partial void LogNotChecked(int partition, string error);
}
