using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

/// <summary>
/// Who is at one list, put together from what its gateways say. When it dies with its silo, the gateways' next reports fill a new one;
/// when a gateway dies, its lease runs out.
/// </summary>
[Reentrant, GrainType("presence")]
sealed partial class PresenceGrain(TimeProvider clock, ILogger<PresenceGrain> logger) : Grain, IPresenceGrain
{
    /// <summary>Between two looks at the leases, while more than one gateway shows the list.</summary>
    static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>A picture that got lost, or a gateway that has just opened the list, is served by then.</summary>
    static readonly TimeSpan Refresh = TimeSpan.FromSeconds(5);

    readonly Dictionary<IGatewayObserver, (Viewer[] Viewers, DateTimeOffset LeaseEnds)> _reports = [];
    Viewer[] _shown = [];
    DateTimeOffset _shownAt;
    bool _sending;
    bool _shared;
    IGrainTimer? _leases;

    Guid ListId => this.GetPrimaryKey();

    public async Task Report(IGatewayObserver gateway, Viewer[] viewers)
    {
        if (viewers.Length == 0) _reports.Remove(gateway);
        else _reports[gateway] = (viewers, clock.GetUtcNow() + PresenceTimes.Lease);

        // A gateway that thought itself alone says little; each of its words is a chance to find that it no longer is.
        if (!_shared || IsNews()) await Show();
    }

    bool IsNews() => !Viewer.Shown(Said()).SequenceEqual(_shown);

    IEnumerable<Viewer> Said() => _reports.Values.SelectMany(report => report.Viewers);

    /// <summary>Sends the picture as it stands; what changes while one is being sent, or too soon after it, goes with the next.</summary>
    async Task Show()
    {
        if (_sending) return;
        _sending = true;
        try
        {
            do
            {
                if (_shownAt + PresenceTimes.Throttle - clock.GetUtcNow() is { Ticks: > 0 } wait) await Task.Delay(wait, clock);
                await Send();
            }
            while (IsNews());
        }
        finally
        {
            _sending = false;
        }
    }

    async Task Send()
    {
        var gateways = await GrainFactory.GetGrain<IListGrain>(ListId).Gateways();
        Watch(shared: gateways.Length > 1);
        (_shown, _shownAt) = (Viewer.Shown(Said()), clock.GetUtcNow());
        var picture = new PresencePicture(_shownAt.UtcTicks, _shown, _shared);
        foreach (var gateway in gateways) await gateway.ShowPresence(ListId, picture);
        if (_reports.Count == 0) DeactivateOnIdle();
    }

    /// <summary>Leases matter only where somebody on another gateway could see the dead.</summary>
    void Watch(bool shared)
    {
        if (shared && !_shared)
        {
            // Whoever was alone has had no reason to say anything lately, and is told now.
            var leaseEnds = clock.GetUtcNow() + PresenceTimes.Lease;
            foreach (var (gateway, (viewers, _)) in _reports.ToArray()) _reports[gateway] = (viewers, leaseEnds);
        }

        _shared = shared;
        if (_shared && _reports.Count > 0) _leases ??= this.RegisterGrainTimer(LookAtLeases, Look, Look);
        else StopLooking();
    }

    async Task LookAtLeases()
    {
        var now = clock.GetUtcNow();
        foreach (var (gateway, (_, leaseEnds)) in _reports.ToArray())
        {
            if (leaseEnds >= now) continue;
            _reports.Remove(gateway);
            LogForgotten(ListId);
        }

        if (now >= _shownAt + Refresh || IsNews()) await Show();
    }

    void StopLooking()
    {
        _leases?.Dispose();
        _leases = null;
    }

    [LoggerMessage(LogLevel.Information, "A gateway has not said for too long who is at list {ListId}; its people are no longer shown.")]
    partial void LogForgotten(Guid listId);
}
