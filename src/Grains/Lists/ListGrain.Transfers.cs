using TaskList.Contracts;
using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

sealed partial class ListGrain
{
    public Task<CommandAnswer> Receive(Guid actorId, RawJson offer) => _list.Execute(ListCall.Receive(actorId, ListJson.ReadOffer(offer.Utf8.Span)));

    public async Task<bool> IsInTransit(Guid taskId, Guid transferId)
    {
        if (!await _list.Ready()) throw new TimeoutException("The log cannot be read now.");
        await _list.Settled();
        return _transfers.IsInTransit(taskId, transferId);
    }
}
