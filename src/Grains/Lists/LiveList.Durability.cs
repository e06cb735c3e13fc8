using Microsoft.Extensions.Logging;
using Npgsql;
using TaskList.Contracts;

namespace TaskList.Grains.Lists;

sealed partial class LiveList
{
    const int RowsPerBatch = 500;
    const int BytesPerBatch = 1 << 20;
    const int OlderIds = 1_000;

    /// <summary>Reading goes on while Postgres is away.</summary>
    static readonly TimeSpan LookLimit = TimeSpan.FromSeconds(1);

    readonly List<QueuedDecision> _queue = [];
    readonly Dictionary<Guid, LogRow> _inFlight = [];

    /// <summary>Ids that a batch turned out to repeat, so that deciding again finds them.</summary>
    readonly Dictionary<Guid, LogRow> _older = [];

    byte[] _chain = LogRow.ChainStart;

    /// <summary>After an unknown outcome: what the log shows may be on this server only, until a later commit has gone where commits must go.</summary>
    bool _doubtful;

    Task _look = Task.CompletedTask;
    Task? _nextLook;
    Task<bool>? _loading;
    Task _pump = Task.CompletedTask;

    /// <summary>True once the state is the log's. False when the log cannot be read now; the next call tries again.</summary>
    public async Task<bool> Ready()
    {
        while (true)
        {
            if (Quarantined && clock.GetUtcNow() >= _lookAgain && _loading is { IsCompleted: true }) _loading = null;
            var loading = _loading ??= Load();
            if (!await loading)
            {
                // All who waited for it are told, and none of them waits for the next attempt.
                if (_loading == loading) _loading = null;
                return false;
            }

            // Somebody may have begun to read anew before this turn came.
            if (_loading == loading) return true;
        }
    }

    /// <summary>Reads the log anew unless changes are on their way to it.</summary>
    public async Task<bool> Refresh()
    {
        if (_queue.Count == 0 && _pump.IsCompleted) _loading = Load();
        return await Ready();
    }

    /// <summary>
    /// Reads the log anew where another activation has written to it. Whoever asks while a look at the log's end is under way shares the next one, so that a crowd costs a few looks.
    /// A log that does not answer soon is not waited for: then the picture in memory has to do.
    /// </summary>
    public Task CatchUp() => _nextLook ??= LookAfter(_look);

    async Task LookAfter(Task before)
    {
        // Not at once: it would be under way before it is known as the next one.
        await Task.Yield();
        await before;
        _nextLook = null;
        await (_look = Look());
    }

    async Task Look()
    {
        if (Quarantined) return;
        try
        {
            var heads = await log.Heads([listId]).WaitAsync(LookLimit, clock);
            if (heads is [var head] && (head.HistoryId != HistoryId || head.Version > State.Version)) await Refresh();
        }
        catch (Exception fault) when (fault is NpgsqlException or TimeoutException or IOException)
        {
            LogUnreadable(logger, fault, listId);
        }
    }

    /// <summary>Completes when everything decided so far is durable or thrown away.</summary>
    public Task<DecisionFate> Settled() => Enqueue(null).Fate.Task;

    /// <summary>Waits until the state is what the log says, whether or not what was queued has come into it. False when the log cannot be read now.</summary>
    public async Task<bool> Settle() => await Settled() == DecisionFate.Durable || await Ready();

    QueuedDecision Enqueue(LogRow? row)
    {
        var queued = new QueuedDecision(row);
        if (row is null && _queue.Count == 0 && _pump.IsCompleted)
        {
            queued.Fate.SetResult(DecisionFate.Durable);
            return queued;
        }

        _queue.Add(queued);
        if (row is not null) _inFlight.Add(row.CommandId, row);
        if (PlantedBug.PushBeforeCommit && row is not null) PushNow(row);
        if (_pump.IsCompleted) _pump = Pump();
        return queued;
    }

    /// <summary>One batch in flight: the next one goes only when the outcome of the last is known.</summary>
    async Task Pump()
    {
        // Let the turn that queued the first change end, so that calls waiting behind it share the commit.
        await Task.Yield();
        while (_queue.Count > 0)
        {
            var batch = TakeBatch();
            LogRow[] rows = [.. from queued in batch where queued.Row is not null select queued.Row];
            if (PlantedBug.AckBeforeCommit || PlantedBug.PushBeforeCommit) await Task.Delay(100);
            var outcome = rows.Length == 0 ? AppendOutcome.Committed : await writer.Append(new ListBatch(listId, rows));
            if (outcome == AppendOutcome.Committed) Commit(batch, rows);
            else await ThrowAway(batch, rows, outcome);
        }
    }

    void PushNow(LogRow row)
    {
        Recent.Add(row);
        Durable = row.Version;
        Advanced();
    }

    List<QueuedDecision> TakeBatch()
    {
        int count = 0, rows = 0, bytes = 0;
        while (count < _queue.Count && rows < RowsPerBatch && bytes < BytesPerBatch)
        {
            if (_queue[count++].Row is not { } row) continue;
            rows++;
            bytes += row.Change.Length;
        }

        var batch = _queue.GetRange(0, count);
        _queue.RemoveRange(0, count);
        return batch;
    }

    void Commit(List<QueuedDecision> batch, LogRow[] rows)
    {
        foreach (var row in rows)
        {
            _inFlight.Remove(row.CommandId);
            if (!PlantedBug.PushBeforeCommit) Recent.Add(row);
            Durable = Math.Max(Durable, row.Version);
        }

        foreach (var queued in batch) queued.Fate.SetResult(DecisionFate.Durable);
        if (rows.Length == 0) return;
        KeepSnapshot();
        Advanced();
    }

    async Task ThrowAway(List<QueuedDecision> batch, LogRow[] rows, AppendOutcome outcome)
    {
        List<QueuedDecision> lost = [.. batch, .. _queue];
        _queue.Clear();
        _inFlight.Clear();
        _takenSnapshot = null;
        _doubtful |= outcome == AppendOutcome.Unknown;
        _loading = Reload(outcome == AppendOutcome.CommandExists ? [.. rows.Select(row => row.CommandId)] : []);
        await _loading;

        var fate = outcome switch
        {
            AppendOutcome.Unknown => DecisionFate.Unknown,
            AppendOutcome.NotWritten => DecisionFate.NotWritten,
            _ => DecisionFate.Redo,
        };
        foreach (var queued in lost) queued.Fate.SetResult(fate);
    }

    async Task<bool> Reload(Guid[] repeated)
    {
        if (!await Load()) return false;
        if (repeated.Length == 0) return true;
        try
        {
            if (_older.Count > OlderIds) _older.Clear();
            foreach (var row in await log.Find(listId, repeated)) _older[row.CommandId] = row;
            return true;
        }
        catch (Exception fault) when (fault is NpgsqlException or TimeoutException or IOException)
        {
            LogUnreadable(logger, fault, listId);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Error, "The log of list {ListId} cannot be read now; its callers are told to come back.")]
    static partial void LogUnreadable(ILogger logger, Exception fault, Guid listId);
}
