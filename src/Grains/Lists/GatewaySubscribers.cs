using Microsoft.Extensions.Logging;
using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

/// <summary>The gateways that show a list. Each has at most one push in flight; what is committed meanwhile goes with the next one.</summary>
sealed partial class GatewaySubscribers(Guid listId, LiveList list, ListMetrics metrics, TimeProvider clock, ILogger logger)
{
    const int RowsPerPush = 500;
    const int BytesPerPush = 512 << 10;

    /// <summary>A gateway renews well before; one that does not is gone.</summary>
    static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);

    readonly Dictionary<GrainId, Subscriber> _subscribers = [];

    /// <summary>Pushes go on from <paramref name="sent"/>.</summary>
    public void Add(IGatewayObserver gateway, long sent)
    {
        var id = gateway.GetGrainId();
        if (!_subscribers.TryGetValue(id, out var subscriber)) _subscribers[id] = subscriber = new Subscriber(id, gateway);
        subscriber.LeaseEnds = clock.GetUtcNow() + Lease;
        if (!subscriber.Pushing) subscriber.Sent = sent;
        Push(subscriber);
    }

    public void Remove(IGatewayObserver gateway) => _subscribers.Remove(gateway.GetGrainId());

    public IGatewayObserver[] Present() => [.. _subscribers.Values.Where(IsPresent).Select(subscriber => subscriber.Gateway)];

    /// <summary>For an activation elsewhere, which goes on with each where this one stopped. A push that is still under way may arrive twice; gateways pass over what they have.</summary>
    public HandedGateway[] ToHandOver() => [.. _subscribers.Values.Where(IsPresent).Select(subscriber => new HandedGateway(subscriber.Gateway, subscriber.Sent))];

    public void PushAll()
    {
        foreach (var subscriber in _subscribers.Values.ToArray()) Push(subscriber);
    }

    /// <summary>
    /// The change that a gateway's own client has just made, to go along with the answer: null unless it is all that this gateway lacks. Whoever asks for more at a time gets pushes, in which
    /// changes come together. An answer that is lost on its way is a gap as a lost push is, and filled as one.
    /// </summary>
    public PushedChanges? WithAnswer(GrainId gateway, long version)
    {
        if (list.Durable != version || !_subscribers.TryGetValue(gateway, out var subscriber) || subscriber.InFlight || subscriber.Sent != version - 1 || !IsPresent(subscriber)) return null;
        var changes = Next(subscriber.Sent);
        if (changes.From != subscriber.Sent) return null;
        subscriber.Sent = changes.To;
        metrics.Pushed(taken: true);
        return changes;
    }

    void Push(Subscriber subscriber)
    {
        if (subscriber.Pushing || subscriber.Sent >= list.Durable) return;
        subscriber.Pushing = true;
        subscriber.Work = Run(subscriber);
    }

    async Task Run(Subscriber subscriber)
    {
        try
        {
            // Leave the turn that committed: its callers are answered first.
            await Task.Yield();
            while (subscriber.Sent < list.Durable && IsPresent(subscriber))
            {
                var changes = Next(subscriber.Sent);
                subscriber.InFlight = true;
                await subscriber.Gateway.Push(listId, changes);
                metrics.Pushed(taken: true);
                subscriber.Sent = changes.To;
            }
        }
        catch (Exception fault) when (fault is TimeoutException or OrleansException or OperationCanceledException)
        {
            // The gateway subscribes again when it finds itself behind; until then nobody waits for it.
            _subscribers.Remove(subscriber.Id);
            metrics.Pushed(taken: false);
            LogGatewayLost(logger, listId, fault.GetType().Name);
        }
        finally
        {
            subscriber.Pushing = subscriber.InFlight = false;
        }
    }

    bool IsPresent(Subscriber subscriber)
    {
        if (!_subscribers.TryGetValue(subscriber.Id, out var present) || present != subscriber) return false;
        if (subscriber.LeaseEnds > clock.GetUtcNow()) return true;
        _subscribers.Remove(subscriber.Id);
        return false;
    }

    /// <summary>When the missing changes are no longer in memory, an empty push at the head tells the gateway to ask for the range.</summary>
    PushedChanges Next(long sent) => list.Recent.After(sent, RowsPerPush, BytesPerPush) is { Count: > 0 } rows
        ? new PushedChanges(list.HistoryId, sent, rows[^1].Version, [.. rows.Select(RecentChanges.ToPushed)])
        : new PushedChanges(list.HistoryId, list.Durable, list.Durable, []);

    sealed class Subscriber(GrainId id, IGatewayObserver gateway)
    {
        public GrainId Id { get; } = id;

        public IGatewayObserver Gateway { get; } = gateway;

        public long Sent { get; set; }

        public DateTimeOffset LeaseEnds { get; set; }

        /// <summary>A push is under way, or about to be.</summary>
        public bool Pushing { get; set; }

        /// <summary>A push is under way.</summary>
        public bool InFlight { get; set; }

        public Task Work { get; set; } = Task.CompletedTask;
    }

    [LoggerMessage(LogLevel.Information, "A gateway of list {ListId} did not take a push ({Fault}); it is dropped until it asks again.")]
    static partial void LogGatewayLost(ILogger logger, Guid listId, string fault);
}
