using Microsoft.Extensions.Logging;
using Npgsql;
using TaskList.Contracts;
using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

/// <summary>
/// Takes this list's started transfers to their ends: offers the task to the other list until that has answered for good, then writes down the answer. Every step has a command id
/// that follows from the transfer's, so any activation may do any of them again.
/// </summary>
sealed partial class TransferDriver(Guid listId, LiveList list, Func<Guid, IListGrain> listOf, TimeProvider clock, ILogger logger)
{
    /// <summary>After so many the operator hears of it: about a minute.</summary>
    const int ManyTries = 10;

    static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);

    /// <summary>Pauses double up to this for as long as the list is in memory. The other list may be quarantined for days, and it may be mended at any moment.</summary>
    static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    readonly HashSet<Guid> _driving = [];
    long _seen;
    bool _stopped;

    public bool IsInTransit(Guid taskId, Guid transferId) => list.State.AnyTask(taskId)?.Content.Transfer?.TransferId == transferId;

    /// <summary>Takes up everything that has started and not ended.</summary>
    void Resume()
    {
        _seen = list.Durable;
        foreach (var task in list.State.AllTasks)
        {
            if (task.Content.Transfer is { } transfer) Start(task.TaskId, transfer.TransferId);
        }
    }

    /// <summary>Looks at what has been committed since the last look.</summary>
    public void Look()
    {
        var rows = list.Recent.After(_seen, int.MaxValue, int.MaxValue);
        if (rows is null)
        {
            Resume();
            return;
        }

        _seen = list.Durable;
        foreach (var row in rows)
        {
            if (row.Change.AsSpan().IndexOf("\"taskTransferStarted\""u8) < 0) continue;
            foreach (var started in RecentChanges.Read(row).Events.OfType<TaskTransferStarted>()) Start(started.TaskId, started.TransferId);
        }
    }

    /// <summary>The list leaves memory. Its next activation goes on.</summary>
    public void Stop() => _stopped = true;

    void Start(Guid taskId, Guid transferId)
    {
        if (_driving.Add(transferId)) _ = Drive(taskId, transferId);
    }

    async Task Drive(Guid taskId, Guid transferId)
    {
        // Leave the turn that committed: its callers are answered first.
        await Task.Yield();
        try
        {
            var pause = FirstPause;
            for (var attempt = 1; !_stopped && !await Step(taskId, transferId); attempt++)
            {
                if (attempt == ManyTries) LogWaiting(logger, listId, transferId);
                await Task.Delay(pause, clock);
                pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
            }
        }
        finally
        {
            _driving.Remove(transferId);
        }
    }

    /// <summary>True when there is nothing left to do.</summary>
    async Task<bool> Step(Guid taskId, Guid transferId)
    {
        try
        {
            // Nothing is offered that might still be thrown away.
            if (!await list.Ready() || await list.Settled() != DecisionFate.Durable) return false;
            if (!IsInTransit(taskId, transferId)) return true;

            var task = list.State.AnyTask(taskId)!;
            var transfer = task.Content.Transfer!;
            var actor = transfer.ActorId ?? Guid.Empty;
            var offer = ListJson.Write(ListRules.Offer(list.State, task)!);
            var answer = await listOf(transfer.ToListId).Receive(actor, new RawJson(offer));
            if (answer.Undecided) return false;

            var code = answer.Accepted ? RefusalIn(answer.Conflicts) : answer.Code;
            var ended = await list.Execute(ListCall.EndTransfer(actor, taskId, transferId, code));
            return !ended.Undecided;
        }
        catch (Exception fault) when (fault is TimeoutException or OrleansException or OperationCanceledException or NpgsqlException or IOException)
        {
            // Decides nothing: the offer may have been taken. It is made again.
            LogNotNow(logger, listId, transferId, fault.GetType().Name);
            return false;
        }
    }

    /// <summary>The target's refusal as it stands in its log; null when it took the task.</summary>
    static string? RefusalIn(RawJson? conflicts)
    {
        if (conflicts is not { } json) return null;
        using var document = System.Text.Json.JsonDocument.Parse(json.Utf8);
        return document.RootElement.EnumerateArray().Where(conflict => conflict.GetProperty("field").ValueEquals(Fields.Transfer))
            .Select(conflict => conflict.GetProperty("theirs").GetString()).FirstOrDefault();
    }

    [LoggerMessage(LogLevel.Information, "Transfer {TransferId} from list {ListId} got no answer ({Fault}); it is asked for again.")]
    static partial void LogNotNow(ILogger logger, Guid listId, Guid transferId, string fault);

    [LoggerMessage(LogLevel.Error, "Transfer {TransferId} from list {ListId} is still not answered; its task stays frozen, and the other list is asked twice a minute.")]
    static partial void LogWaiting(ILogger logger, Guid listId, Guid transferId);
}
