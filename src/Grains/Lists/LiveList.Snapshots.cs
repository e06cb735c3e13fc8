using Microsoft.Extensions.Logging;
using Npgsql;

namespace TaskList.Grains.Lists;

sealed partial class LiveList
{
    const int TasksPerExtraChange = 8;

    /// <summary>A list that leaves memory stores a snapshot after this part of the changes between two.</summary>
    const int PartWhenLeaving = 64;

    long _snapshotVersion;
    TakenSnapshot? _takenSnapshot;

    /// <summary>Only where a bug is planted.</summary>
    StoredList? _beforeLast;

    Task _snapshot = Task.CompletedTask;

    /// <summary>Stores a snapshot in the background when one is due. The state runs ahead of the log, so what was taken waits until it is durable.</summary>
    void KeepSnapshot()
    {
        if (!_snapshot.IsCompleted) return;
        if (_takenSnapshot is null && Durable - _snapshotVersion >= settings.ChangesPerSnapshot + (State.TaskCount / TasksPerExtraChange)) _takenSnapshot = TakeSnapshot();
        if (_takenSnapshot is not { } taken || taken.Version > Durable) return;
        _takenSnapshot = null;
        _snapshot = Save(taken);
    }

    /// <summary>Before the list leaves memory: what is queued gets its fate, and the next activation a short tail.</summary>
    public async Task Drain()
    {
        await _pump;
        await _snapshot;
        if (!Quarantined && State.Version == Durable && Durable - _snapshotVersion >= Math.Max(1, settings.ChangesPerSnapshot / PartWhenLeaving)) await Save(TakeSnapshot());
    }

    TakenSnapshot TakeSnapshot() => new(State.Version, _chain, (_beforeLast ?? State.ToStored()) with { Version = State.Version });

    async Task Save(TakenSnapshot taken)
    {
        try
        {
            var bytes = await Task.Run(taken.State.ToBytes);
            await log.SaveSnapshot(listId, HistoryId, taken.Version, taken.ChainHash, bytes);
            _snapshotVersion = taken.Version;
            await milestones.Keep(listId, taken.Version, State.TaskCount);
        }
        catch (Exception fault) when (fault is NpgsqlException or TimeoutException or IOException)
        {
            // A snapshot is a cache; the next change tries again.
            LogSnapshotNotKept(logger, fault, listId);
        }
    }

    sealed record TakenSnapshot(long Version, byte[] ChainHash, StoredList State);

    [LoggerMessage(LogLevel.Warning, "A snapshot of list {ListId} could not be stored; its log has everything.")]
    static partial void LogSnapshotNotKept(ILogger logger, Exception fault, Guid listId);
}
