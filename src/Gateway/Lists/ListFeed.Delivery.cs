using TaskList.Contracts;
using TaskList.Contracts.Lists;

namespace TaskList.Gateway.Lists;

/// <remarks>From pushed changes to sockets. Everything here runs behind the gate.</remarks>
sealed partial class ListFeed
{
    const int RangesPerRepair = 40;

    static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(10);

    /// <summary>Only where a bug is planted.</summary>
    PushedChange[] _held = [];

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
            if ((change.RemovedUserIds is { Length: > 0 } || change.EverybodyRemoved) && !PlantedBug.RemovedStays) SendAway(change);
        }

        Version = changes[^1].Version;
        if (PlantedBug.DropPush || PlantedBug.DropTail || PlantedBug.SwapPushes) changes = Spoil(changes);
        if (changes.Length == 0) return;
        var (sockets, filling) = viewers.Post(letters.Write(ListMessages.Changed, ChangedMessage.Of(listId, _historyId, changes)));
        metrics.Delivered(sockets);

        // A breath, so that sockets which hardly keep up get more changes in fewer letters. One that takes nothing is soon past filling.
        if (filling) await Task.Delay(Breath);
    }

    /// <summary>Only where a bug is planted.</summary>
    PushedChange[] Spoil(PushedChange[] changes)
    {
        if (PlantedBug.SwapPushes && _held.Length > 0)
        {
            changes = [.. changes, .. _held];
            _held = [];
            return changes;
        }

        var loses = PlantedBug.DropTail ? Version > 100 : Version % 20 == 0;
        if (loses && PlantedBug.SwapPushes) _held = changes;
        return loses ? [] : changes;
    }

    [LoggerMessage(LogLevel.Warning, "The history of list {ListId} has changed; its viewers open it again.")]
    partial void LogHistoryChanged(Guid listId);
}
