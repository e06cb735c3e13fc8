using TaskList.Contracts.Lists;

namespace TaskList.Gateway.Lists;

/// <summary>Tells a list's presence grain who is here: what changed at most every 250 ms, and all of it again before the grain would forget it.</summary>
sealed partial class PresenceReports(IPresenceGrain grain, IGatewayObserver gateway, Func<Viewer[]> here, ILogger logger)
{
    readonly Lock _gate = new();
    DateTimeOffset _renewAt = DateTimeOffset.MaxValue;
    bool _shared;
    bool _changed;
    bool _running;

    public void Changed()
    {
        lock (_gate)
        {
            _changed = true;
            if (_running) return;
            _running = true;
        }

        _ = Run();
    }

    public void Renew(DateTimeOffset now)
    {
        if (now >= _renewAt) Changed();
    }

    /// <summary>Looks at what the grain makes of it: others may have come, or a report may have been lost.</summary>
    public void Compare(PresencePicture picture)
    {
        var othersCame = picture.Shared && !_shared;
        _shared = picture.Shared;
        var mine = here();
        if (mine.Length == 0) return;

        var missing = picture.Viewers.Length < Viewer.MostShown && mine.ExceptBy(picture.Viewers.Select(viewer => viewer.UserId), viewer => viewer.UserId).Any();
        if (othersCame || missing) Changed();
    }

    async Task Run()
    {
        while (true)
        {
            lock (_gate)
            {
                if (!_changed)
                {
                    _running = false;
                    return;
                }

                _changed = false;
            }

            await Report();
            await Task.Delay(PresenceTimes.Throttle);
        }
    }

    async Task Report()
    {
        var viewers = here();
        try
        {
            await grain.Report(gateway, viewers);
        }
        catch (Exception fault) when (ClusterCalls.IsPassing(fault))
        {
            LogNotTaken(fault.GetType().Name);
        }

        // A report that failed is made good by the next; an empty one by the end of the lease.
        _renewAt = viewers.Length == 0 ? DateTimeOffset.MaxValue : DateTimeOffset.UtcNow + (_shared ? PresenceTimes.Renewal : PresenceTimes.LonelyRenewal);
    }

    [LoggerMessage(LogLevel.Information, "A list could not be told who is here ({Fault}); it is told again.")]
    partial void LogNotTaken(string fault);
}
