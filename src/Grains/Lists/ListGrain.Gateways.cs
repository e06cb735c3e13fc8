using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

sealed partial class ListGrain
{
    const int RangeRows = 500;
    const int RangeBytes = 512 << 10;

    public async Task<PushedChanges> Subscribe(IGatewayObserver gateway, ListTag? known)
    {
        var missed = await Missed(known);

        // Nothing awaits between here and the answer: pushes go on exactly where the answer ends.
        _gateways.Add(gateway, missed.To);
        return missed;
    }

    public Task Unsubscribe(IGatewayObserver gateway)
    {
        _gateways.Remove(gateway);
        return Task.CompletedTask;
    }

    public Task<IGatewayObserver[]> Gateways() => Task.FromResult(_gateways.Present());

    public Task<PushedChanges> Range(ListTag after) => Missed(after);

    async Task<PushedChanges> Missed(ListTag? known)
    {
        if (!await _list.Ready() || (_list.Quarantined && known?.Version > _list.Durable) || (known is not null && known.Version > _list.Durable && !await _list.Refresh()))
            throw new TimeoutException("The log cannot be read now.");

        if (known is null || known.HistoryId != _list.HistoryId || known.Version >= _list.Durable)
            return new PushedChanges(_list.HistoryId, _list.Durable, _list.Durable, []);
        var rows = await Rows(known.Version, RangeRows, RangeBytes);
        return new PushedChanges(_list.HistoryId, known.Version, known.Version + rows.Count, [.. rows.Select(RecentChanges.ToPushed)]);
    }
}
