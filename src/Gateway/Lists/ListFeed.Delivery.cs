using Microsoft.AspNetCore.SignalR;
using TaskList.Contracts.Lists;

namespace TaskList.Gateway.Lists;

/// <remarks>From pushed changes to sockets. Everything here runs behind the gate.</remarks>
sealed partial class ListFeed
{
    const int RangesPerRepair = 40;

    async Task Apply(PushedChanges pushed)
    {
        if (pushed.HistoryId != _historyId)
        {
            // The past has changed. The viewers see the other history in Head and open the list again.
            LogHistoryChanged(listId);
            (_historyId, Version) = (pushed.HistoryId, pushed.To);
        }
        else if (pushed.From > Version)
        {
            await Repair(pushed.To);
        }
        else if (pushed.To > Version)
        {
            await Deliver([.. pushed.Changes.Where(change => change.Version > Version)]);
        }
    }

    /// <summary>Asks for what lies between here and a version.</summary>
    async Task Repair(long target)
    {
        metrics.Gap();
        for (var i = 0; i < RangesPerRepair && Version < target; i++)
        {
            var range = await list.Range(new ListTag(_historyId, Version));
            if (range.HistoryId != _historyId || range.Changes.Length == 0) break;
            await Deliver(range.Changes);
        }
    }

    async Task Deliver(PushedChange[] changes)
    {
        // Whoever is removed in this batch leaves before any of its bytes go out.
        foreach (var change in changes)
        {
            if (change.RemovedUserIds is { Length: > 0 } || change.EverybodyRemoved) await SendAway(change);
        }

        Version = changes[^1].Version;
        metrics.Delivered(_viewers.Count);
        await _outbox.Send(hub.Clients.Group(_group).SendAsync(ListMessages.Changed, ChangedMessage.Of(listId, _historyId, changes)));
    }

    async Task SendAway(PushedChange change)
    {
        foreach (var (connectionId, userId) in _viewers.ToArray())
        {
            if (!change.EverybodyRemoved && !change.RemovedUserIds.Contains(userId)) continue;
            _viewers.Remove(connectionId);
            await hub.Groups.RemoveFromGroupAsync(connectionId, _group);
            await _outbox.Send(hub.Clients.Client(connectionId).SendAsync(ListMessages.AccessLost, listId));
        }
    }

    [LoggerMessage(LogLevel.Warning, "The history of list {ListId} has changed; its viewers open it again.")]
    partial void LogHistoryChanged(Guid listId);
}
