using System.Collections.Concurrent;
using TaskList.Contracts;
using TaskList.Contracts.Lists;

namespace TaskList.Gateway.Lists;

/// <summary>All lists that somebody has open on this gateway, and the one observer through which their grains reach it.</summary>
sealed partial class ListFeeds : BackgroundService, IGatewayObserver
{
    static readonly TimeSpan HeadPeriod = TimeSpan.FromSeconds(10);
    static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    const int ListsPerRead = 1_000;
    const int ChecksAtOnce = 32;

    readonly ConcurrentDictionary<Guid, ListFeed> _feeds = new();
    readonly ConcurrentDictionary<string, OpenLists> _openLists = new();
    readonly SemaphoreSlim _checkNow = new(0);
    readonly OpenSeats _seats = new();
    readonly IGrainFactory _grains;
    readonly Outboxes _outboxes;
    readonly LetterWriter _letters;
    readonly GatewayMetrics _metrics;
    readonly ILogger<ListFeeds> _logger;
    readonly Lazy<IGatewayObserver> _self;

    public ListFeeds(IGrainFactory grains, Outboxes outboxes, LetterWriter letters, GatewayMetrics metrics, ClusterChanges changes, ILogger<ListFeeds> logger)
    {
        (_grains, _outboxes, _letters, _metrics, _logger) = (grains, outboxes, letters, metrics, logger);
        outboxes.Resync = Resync;
        changes.Happened += CheckSoon;
        _self = new(() => grains.CreateObjectReference<IGatewayObserver>(this));
    }

    public void Connected(string connectionId) => _openLists[connectionId] = new();

    public async Task<Result<OpenAnswer>> Open(string connectionId, Guid userId, OpenRequest request)
    {
        if (_outboxes.Of(connectionId) is not { } outbox) return Refusal.Undecided(Codes.Unavailable);
        while (true)
        {
            var feed = FeedOf(request.ListId);
            Result<OpenAnswer>? answer = null;
            try
            {
                answer = await ClusterCalls.Retry(() => feed.Open(connectionId, new FeedViewer(userId, outbox), request));
            }
            finally
            {
                // Ended just now, or made in vain.
                if (answer is not { Ok: true } && await feed.CloseIfEmpty()) Forget(request.ListId, feed);
            }

            if (answer is null) continue;
            if (answer.Ok) await Note(connectionId, request.ListId);
            return answer;
        }
    }

    /// <summary>A connection may have gone while it was being served; then nobody else would close what it has opened.</summary>
    async Task Note(string connectionId, Guid listId)
    {
        if (_openLists.TryGetValue(connectionId, out var lists)) lists.Add(listId);
        if (!_openLists.ContainsKey(connectionId)) await Close(connectionId, listId);
    }

    public bool SetPresence(string connectionId, Guid listId, PresenceRequest where) =>
        _feeds.TryGetValue(listId, out var feed) && feed.SetPresence(connectionId, where.TaskId, where.Field);

    public void RenewPresence()
    {
        var now = DateTimeOffset.UtcNow;
        foreach (var (_, feed) in _feeds) feed.RenewPresence(now);
    }

    IEnumerable<Letter> Resync(string connectionId)
    {
        if (!_openLists.TryGetValue(connectionId, out var lists)) return [];
        var behind = lists.All.SelectMany(listId => _feeds.TryGetValue(listId, out var feed) ? feed.Resync(connectionId) : []);
        return [.. behind, _letters.Write(ListMessages.ListsChanged)];
    }

    public async Task Close(string connectionId, Guid listId)
    {
        if (_openLists.TryGetValue(connectionId, out var lists)) lists.Remove(listId);
        if (_feeds.TryGetValue(listId, out var feed) && await feed.Close(connectionId)) Forget(listId, feed);
    }

    public async Task CloseAll(string connectionId)
    {
        if (!_openLists.TryRemove(connectionId, out var lists)) return;
        foreach (var listId in lists.All) await Close(connectionId, listId);
    }

    /// <summary>This gateway's observer if somebody here has the list open, for a list to send a change along with an answer.</summary>
    public GrainId? Shows(Guid listId) => _feeds.ContainsKey(listId) ? _self.Value.GetGrainId() : null;

    /// <summary>A change that came with an answer.</summary>
    public void Show(Guid listId, PushedChanges changes)
    {
        if (_feeds.TryGetValue(listId, out var feed)) _ = Show(feed, changes);
    }

    async Task Show(ListFeed feed, PushedChanges changes)
    {
        try
        {
            await feed.Take(changes);
        }
        catch (Exception fault)
        {
            // Nobody waits for this; as after a push that does not come, the feed asks the list for what it lacks.
            LogNotChecked(fault.GetType().Name);
            if (feed.BeginWaiting()) await WaitFor(feed, changes.To);
        }
    }

    /// <summary>The list has sent an answer with this version; its push should follow. If it does not, the subscription was lost with a silo.</summary>
    public void Expect(Guid listId, long version)
    {
        if (!_feeds.TryGetValue(listId, out var feed) || feed.Version >= version || !feed.BeginWaiting()) return;
        _ = WaitFor(feed, version);
    }

    /// <summary>Silos came or went: every list is asked anew, soon.</summary>
    void CheckSoon()
    {
        foreach (var feed in _feeds.Values) feed.Expire();
        _checkNow.Release();
    }

    public async Task Push(Guid listId, PushedChanges changes)
    {
        if (_feeds.TryGetValue(listId, out var feed)) await feed.Take(changes);
        else await _grains.GetGrain<IListGrain>(listId).Unsubscribe(_self.Value);
    }

    public async Task ShowPresence(Guid listId, PresencePicture picture)
    {
        if (_feeds.TryGetValue(listId, out var feed)) await feed.ShowPresence(picture);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            Task wait = _checkNow.WaitAsync(HeadPeriod, stoppingToken);
            await wait.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stoppingToken.IsCancellationRequested) return;
            foreach (var feeds in _feeds.ToArray().Chunk(ListsPerRead)) await Check(feeds);
        }
    }

    async Task Check(KeyValuePair<Guid, ListFeed>[] feeds)
    {
        try
        {
            var heads = (await _grains.GetGrain<IHeadsGrain>(0).Read([.. feeds.Select(feed => feed.Key)])).ToDictionary(head => head.ListId);
            var now = DateTimeOffset.UtcNow;
            await Parallel.ForEachAsync(feeds, new ParallelOptions { MaxDegreeOfParallelism = ChecksAtOnce }, async (feed, _) =>
                await Check(feed.Value, heads.GetValueOrDefault(feed.Key), now));
        }
        catch (Exception fault)
        {
            // Whatever it was: a host whose background service throws ends itself, and this look comes again.
            LogHeadsUnread(fault.GetType().Name, feeds.Length);
        }
    }

    async Task Check(ListFeed feed, ListHead? head, DateTimeOffset now)
    {
        try
        {
            await feed.Check(head, now);
        }
        catch (Exception fault)
        {
            LogNotChecked(fault.GetType().Name);
        }
    }

    async Task WaitFor(ListFeed feed, long version)
    {
        try
        {
            await Task.Delay(Patience);
            if (feed.Version >= version) return;
            feed.Expire();
            await Check(feed, null, DateTimeOffset.UtcNow);
        }
        finally
        {
            feed.EndWaiting();
        }
    }

    ListFeed FeedOf(Guid listId)
    {
        if (_feeds.TryGetValue(listId, out var feed)) return feed;
        var made = NewFeed(listId);
        feed = _feeds.GetOrAdd(listId, made);
        if (feed == made) _metrics.Opened(1);
        return feed;
    }

    ListFeed NewFeed(Guid listId)
    {
        var viewers = new FeedViewers();
        var presence = new PresenceReports(_grains.GetGrain<IPresenceGrain>(listId), _self.Value, viewers.Words, _logger);
        return new ListFeed(listId, _grains.GetGrain<IListGrain>(listId), _self.Value, _seats, viewers, presence, _letters, _metrics, _logger);
    }

    void Forget(Guid listId, ListFeed feed)
    {
        if (_feeds.TryRemove(KeyValuePair.Create(listId, feed))) _metrics.Opened(-1);
    }

    public override void Dispose()
    {
        _checkNow.Dispose();
        _seats.Dispose();
        base.Dispose();
    }

    [LoggerMessage(LogLevel.Warning, "The heads of {Lists} lists could not be read ({Fault}); asking again.")]
    partial void LogHeadsUnread(string fault, int lists);

    [LoggerMessage(LogLevel.Warning, "A list could not be checked ({Fault}); asking again.")]
    partial void LogNotChecked(string fault);
}
