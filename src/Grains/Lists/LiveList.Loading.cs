using Microsoft.Extensions.Logging;
using Npgsql;

namespace TaskList.Grains.Lists;

sealed partial class LiveList
{
    /// <summary>A quarantined list looks this often whether somebody has mended its log.</summary>
    static readonly TimeSpan QuarantinePause = TimeSpan.FromSeconds(5);

    DateTimeOffset _lookAgain;

    /// <summary>How often the log has been read.</summary>
    int _loads;

    /// <summary>A row of this list does not fit. It is read as it stood before that row, and nothing is written until the log is mended.</summary>
    public bool Quarantined { get; private set; }

    async Task<bool> Load()
    {
        try
        {
            if (_doubtful && !await writer.Confirm()) return false;
            _doubtful = false;
            var loaded = await log.Load(listId);
            var replay = loaded.Snapshot is { } snapshot ? ListReplay.From(listId, snapshot) : ListReplay.FromNothing(listId);
            replay?.Play(loaded.Rows);
            if (replay is { Fault: null } && replay.State.Version < loaded.Head) await past.PlayOn(replay, loaded.Head);
            if (replay is { Fault: null } && replay.State.Version == loaded.Head) SetQuarantined(false);
            else replay = await WithoutSnapshot(loaded.Snapshot, loaded.Head);
            Take(replay, loaded.HistoryId);
            return true;
        }
        catch (Exception fault) when (fault is NpgsqlException or TimeoutException or IOException)
        {
            LogUnreadable(logger, fault, listId);
            return false;
        }
    }

    /// <summary>A snapshot is a cache: where it does not fit, the log from its start tells whether the fault is the snapshot's or the log's.</summary>
    async Task<ListReplay> WithoutSnapshot(StoredState? snapshot, long head)
    {
        var replay = await past.FromTheStart(listId, head);
        if (replay.Fault is not { } fault)
        {
            if (snapshot is not null) LogBadSnapshot(logger, listId, snapshot.Version);
            SetQuarantined(false);
            return replay;
        }

        if (!Quarantined) LogQuarantined(logger, fault.Cause, listId, fault.Version, fault.Kind);
        SetQuarantined(true);
        _lookAgain = clock.GetUtcNow() + QuarantinePause;
        return await past.FromTheStart(listId, fault.Version - 1);
    }

    void Take(ListReplay replay, Guid historyId)
    {
        _loads++;
        var grown = replay.State.Version > Durable;
        (State, HistoryId, Durable, Recent) = (replay.State, historyId, replay.State.Version, replay.Recent);
        (_chain, _snapshotVersion) = (replay.Chain, replay.SnapshotVersion);
        if (grown) Advanced();
    }

    void SetQuarantined(bool quarantined)
    {
        if (Quarantined == quarantined) return;
        Quarantined = quarantined;
        metrics.Quarantined(quarantined ? 1 : -1);
    }

    [LoggerMessage(LogLevel.Error, "The snapshot of list {ListId} at version {Version} does not fit its log; the list was read from its log alone.")]
    static partial void LogBadSnapshot(ILogger logger, Guid listId, long version);

    [LoggerMessage(LogLevel.Critical, "The log of list {ListId} does not fit at version {Version} ({Kind}); the list is read as it stood before, and nothing is written to it until the log is mended.")]
    static partial void LogQuarantined(ILogger logger, Exception? fault, Guid listId, long version, LogFaultKind kind);
}
