using TaskList.Contracts;
using TaskList.Contracts.Lists;

namespace TaskList.Gateway.Lists;

/// <summary>
/// One list as this gateway shows it. Pushes, opens and removals go through one gate, and a connection joins only at exactly the version
/// that it was answered: so nobody misses a change, and nobody gets one after having been removed.
/// </summary>
sealed partial class ListFeed(
    Guid listId, IListGrain list, IGatewayObserver gateway, OpenSeats seats, FeedViewers viewers, PresenceReports presence, LetterWriter letters, GatewayMetrics metrics, ILogger logger)
    : IDisposable
{
    const int OpenAttempts = 3;

    readonly SemaphoreSlim _door = new(1);
    readonly SemaphoreSlim _gate = new(1);
    DateTimeOffset _renewAt;
    Guid _historyId;
    bool _subscribed;
    int _waiting;

    public bool Ended { get; private set; }

    /// <summary>The last version that was sent to the viewers.</summary>
    public long Version { get; private set; }

    /// <summary>Null when this feed has ended and another one must be asked for.</summary>
    public async Task<Result<OpenAnswer>?> Open(string connectionId, FeedViewer viewer, OpenRequest request)
    {
        // A crowd waits at the door, not at the gate: a push has at most one of them before it.
        await _door.WaitAsync();
        try
        {
            if (!await seats.Take()) return Refusal.Undecided(Codes.Overloaded);
            try
            {
                return await Gated(async () => Ended ? null : await Serve(connectionId, viewer, request));
            }
            finally
            {
                seats.Leave();
            }
        }
        finally
        {
            _door.Release();
        }
    }

    /// <summary>True when nobody is left and the feed has ended.</summary>
    public Task<bool> Close(string connectionId) => Gated(async () => Leave(connectionId) && await EndIfEmpty());

    /// <summary>The same for a feed that was made for somebody who could not be served.</summary>
    public Task<bool> CloseIfEmpty() => Gated(EndIfEmpty);

    async Task<Result<OpenAnswer>> Serve(string connectionId, FeedViewer viewer, OpenRequest request)
    {
        for (var attempt = 0; attempt < OpenAttempts; attempt++)
        {
            if (!_subscribed) await Subscribe();
            var answer = await list.Open(viewer.UserId, request);
            if (!answer.Ok) return answer;
            if (answer.Value.HistoryId != _historyId) await Subscribe();
            if (answer.Value.Version > Version) await Repair(answer.Value.Version);
            if (answer.Value.HistoryId != _historyId || answer.Value.Version != Version) continue;

            Join(connectionId, viewer);
            return answer;
        }

        return Refusal.Undecided(Codes.Unavailable);
    }

    /// <summary>Returns when the changes are on their way to the sockets; the list sends its next push after that.</summary>
    public Task Take(PushedChanges changes) => Gated(async () =>
    {
        if (!Ended && _subscribed) await Apply(changes);
    });

    /// <summary>Holds this feed against the log: subscribes anew when it is behind or the lease is old, then tells the viewers the head.</summary>
    public Task Check(ListHead? head, DateTimeOffset now) => Gated(async () =>
    {
        if (Ended || !_subscribed) return;
        var behind = head is not null && (head.HistoryId != _historyId || head.Version > Version);
        if (behind || now >= _renewAt) await Subscribe();
        if (head is not null) viewers.Post(HeadLetter(head));
    });

    /// <summary>The next check subscribes anew.</summary>
    public void Expire() => _renewAt = default;

    /// <summary>True for the first of several that wait for the same push.</summary>
    public bool BeginWaiting() => Interlocked.Exchange(ref _waiting, 1) == 0;

    public void EndWaiting() => Volatile.Write(ref _waiting, 0);

    async Task Subscribe()
    {
        var missed = await list.Subscribe(gateway, _subscribed ? new ListTag(_historyId, Version) : null);
        _renewAt = DateTimeOffset.UtcNow + TimeSpan.FromSeconds(Random.Shared.Next(60, 90));
        if (!_subscribed)
        {
            (_historyId, Version, _subscribed) = (missed.HistoryId, missed.To, true);
            return;
        }

        await Apply(missed);
    }

    async Task<bool> EndIfEmpty()
    {
        if (Ended || !viewers.IsEmpty) return Ended;
        Ended = true;
        if (!_subscribed) return true;
        try
        {
            await list.Unsubscribe(gateway);
        }
        catch (Exception fault) when (ClusterCalls.IsPassing(fault))
        {
            // The lease ends by itself.
            LogStillSubscribed(listId, fault.GetType().Name);
        }

        return true;
    }

    async Task<T> Gated<T>(Func<Task<T>> work)
    {
        await _gate.WaitAsync();
        try
        {
            return await work();
        }
        finally
        {
            _gate.Release();
        }
    }

    Task Gated(Func<Task> work) => Gated(async () =>
    {
        await work();
        return true;
    });

    public void Dispose()
    {
        _door.Dispose();
        _gate.Dispose();
    }

    [LoggerMessage(LogLevel.Information, "List {ListId} could not be told that nobody here shows it any more ({Fault}).")]
    partial void LogStillSubscribed(Guid listId, string fault);
}
