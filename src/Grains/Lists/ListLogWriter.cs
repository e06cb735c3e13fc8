using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using TaskList.Grains.Notifications;

namespace TaskList.Grains.Lists;

/// <summary>The silo's one way into the log. Everything that lists have queued goes into one statement, so that many lists share a commit; a few statements are in flight.</summary>
sealed partial class ListLogWriter(NpgsqlDataSource dataSource, LogGrowth growth, ListMetrics metrics, ILogger<ListLogWriter> logger) : BackgroundService
{
    /// <summary>Statements in flight: while one waits for the disk, the other is made. More would only split what one commit could carry.</summary>
    const int Statements = 2;

    const int RowsPerStatement = 2_000;
    const int BytesPerStatement = 4 << 20;
    const int QueuedBatches = 10_000;

    /// <summary>When a statement has not answered by then its connection is cut and its outcome is unknown.</summary>
    static readonly TimeSpan Deadline = TimeSpan.FromSeconds(4);

    readonly LogConnections _connections = new(dataSource, Deadline);

    /// <summary>
    /// When a pump is free, handing a batch over sends its statement at once, on the list's own thread: waking another one takes longer than writing the bytes.
    /// What comes after the sending must not come back to the list's scheduler; hence the <c>ConfigureAwait(false)</c> here and in what is called here.
    /// </summary>
    readonly Channel<ListBatch> _queue = Channel.CreateBounded<ListBatch>(new BoundedChannelOptions(QueuedBatches) { AllowSynchronousContinuations = true });

    /// <summary>Hands a list's batch over. The caller has no other batch of that list in flight.</summary>
    public Task<AppendOutcome> Append(ListBatch batch)
    {
        if (!_queue.Writer.TryWrite(batch)) batch.Outcome.TrySetResult(AppendOutcome.NotWritten);
        return batch.Outcome.Task;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        metrics.WatchQueue(() => _queue.Reader.Count);
        return Task.WhenAll(Enumerable.Range(0, Statements).Select(_ => Task.Run(Pump, CancellationToken.None)));
    }

    /// <summary>Stops taking batches, then waits for what is queued to be answered.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        _queue.Writer.TryComplete();
        if (ExecuteTask is { } pumps) await pumps.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    async Task Pump()
    {
        List<ListBatch> taken = [];
        while (await _queue.Reader.WaitToReadAsync())
        {
            taken.Clear();
            for (int rows = 0, bytes = 0; rows < RowsPerStatement && bytes < BytesPerStatement && _queue.Reader.TryRead(out var batch);)
            {
                taken.Add(batch);
                rows += batch.Rows.Count;
                foreach (var row in batch.Rows) bytes += row.Change.Length;
            }

            if (taken.Count > 0) await Write(taken).ConfigureAwait(false);
        }
    }

    async Task Write(List<ListBatch> batches)
    {
        var started = Stopwatch.GetTimestamp();
        var outcomes = await Run(batches).ConfigureAwait(false);
        if (outcomes is null)
        {
            // A unique violation takes the whole statement along. One list at a time shows whose it was.
            foreach (var batch in batches)
            {
                var alone = await Run([batch]);
                Answer(batch, alone?[0] ?? AppendOutcome.CommandExists);
            }
        }
        else
        {
            for (var i = 0; i < batches.Count; i++) Answer(batches[i], outcomes[i]);
        }

        growth.Raise(news: batches.Exists(static batch => batch.Rows.Any(static row => !row.Quiet)));
        metrics.Committed(Stopwatch.GetElapsedTime(started), batches.Sum(batch => batch.Rows.Count));
    }

    void Answer(ListBatch batch, AppendOutcome outcome)
    {
        if (outcome != AppendOutcome.Committed)
        {
            metrics.NotTaken(outcome);
            LogNotTaken(batch.ListId, batch.Rows[0].Version, batch.Rows.Count, outcome);
        }

        batch.Outcome.TrySetResult(outcome);
    }

    /// <summary>True once everything that is in the log is there for good; asked after an unknown outcome, before the log is believed again.</summary>
    public async Task<bool> Confirm()
    {
        try
        {
            await _connections.Confirm();
            return true;
        }
        catch (Exception fault) when (fault is NpgsqlException or TimeoutException or IOException or NeverSentException or UnconfirmedCommitException)
        {
            LogUnconfirmed(fault);
            return false;
        }
    }

    /// <summary>One outcome for each batch, or null when a command id was there already.</summary>
    async Task<AppendOutcome[]?> Run(IReadOnlyList<ListBatch> batches)
    {
        try
        {
            var committed = await _connections.Run(connection => AppendStatement.Run(connection, batches)).ConfigureAwait(false);
            return [.. batches.Select(batch => committed.Contains(batch.ListId) ? AppendOutcome.Committed : AppendOutcome.VersionConflict)];
        }
        catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            var byVersion = fault.ConstraintName?.EndsWith("_pkey", StringComparison.Ordinal) == true;
            return byVersion && batches.Count == 1 ? [AppendOutcome.VersionConflict] : null;
        }
        catch (Exception fault) when (fault is PostgresException { InvariantSeverity: "ERROR" } or NeverSentException)
        {
            LogRefused(fault, batches.Count);
            return All(AppendOutcome.NotWritten);
        }
        catch (Exception fault) when (fault is NpgsqlException or TimeoutException or IOException or OperationCanceledException or UnconfirmedCommitException)
        {
            LogUnknown(fault, batches.Count);
            return All(AppendOutcome.Unknown);
        }

        AppendOutcome[] All(AppendOutcome outcome) => [.. batches.Select(_ => outcome)];
    }

    [LoggerMessage(LogLevel.Warning, "The log did not take {Rows} changes of list {ListId} from version {Version} on: {Outcome}.")]
    partial void LogNotTaken(Guid listId, long version, int rows, AppendOutcome outcome);

    [LoggerMessage(LogLevel.Error, "Postgres refused a statement with the changes of {Lists} lists; nothing was written, their callers may repeat.")]
    partial void LogRefused(Exception fault, int lists);

    [LoggerMessage(LogLevel.Error, "The outcome of a statement with the changes of {Lists} lists is unknown; the lists read the log again.")]
    partial void LogUnknown(Exception fault, int lists);

    [LoggerMessage(LogLevel.Warning, "After an unknown outcome Postgres does not confirm its commits; the lists concerned wait.")]
    partial void LogUnconfirmed(Exception fault);
}
