using Microsoft.Extensions.Logging;
using Npgsql;
using TaskList.Contracts;
using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

/// <summary>
/// One list at work. Between reading the state and queueing a change nothing awaits, so calls may interleave everywhere else.
/// The state runs ahead of the log by what is queued; whatever leaves this class waits until the log has caught up with what it was decided on.
/// Runs on its grain's scheduler only.
/// </summary>
sealed partial class LiveList(
    Guid listId, ListLog log, ListLogWriter writer, ListPast past, Milestones milestones, ListSettings settings, ListMetrics metrics, TimeProvider clock, ILogger logger)
{
    /// <summary>A caller hears of its command by then, if only that the outcome is unknown. Below the 5 s that gateways wait.</summary>
    static readonly TimeSpan AnswerDeadline = TimeSpan.FromSeconds(4);

    const int MaxAttempts = 4;
    const int MaxQueued = 5_000;

    public ListState State { get; private set; } = new(listId);

    public Guid HistoryId { get; private set; }

    /// <summary>The last version that is committed.</summary>
    public long Durable { get; private set; }

    public RecentChanges Recent { get; private set; } = new();

    /// <summary>Called whenever <see cref="Durable"/> has grown.</summary>
    public Action Advanced { get; set; } = () => { };

    /// <remarks>A refusal counts only if the id has never been accepted, of which memory knows just the newest, and if it was decided on all that the log holds.</remarks>
    public async Task<CommandAnswer> Execute(ListCall call)
    {
        CommandAnswer answer;
        try
        {
            answer = await Decide(call).WaitAsync(AnswerDeadline, clock);
        }
        catch (TimeoutException)
        {
            answer = Undecided(call, Codes.OutcomeUnknown);
        }
        catch (Exception fault) when (fault is NpgsqlException or IOException)
        {
            LogUnreadable(logger, fault, listId);
            answer = Undecided(call, Codes.Unavailable);
        }

        metrics.Answered(answer.Accepted ? "accepted" : answer.Undecided ? "undecided" : "refused");
        return answer;
    }

    async Task<CommandAnswer> Decide(ListCall call)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var (undo, undecided) = await LookBack(call);
            if (undecided is not null) return Undecided(call, undecided);
            if (!await Ready()) return Undecided(call, Codes.Unavailable);
            if (Quarantined) return Undecided(call, Codes.ListQuarantined);
            if (_queue.Count >= MaxQueued) return Undecided(call, Codes.Overloaded);

            var loads = _loads;
            var (queued, answer) = Take(call, undo);
            if (PlantedBug.AckBeforeCommit && answer.Accepted) return answer;
            var found = answer is { Accepted: false, Code: not Codes.CommandIdReused } && call.CommandId is { } id && State.Exists ? await log.Find(listId, id) : null;
            switch (await queued.Fate.Task)
            {
                case DecisionFate.Durable when found is null:
                    return answer;
                case DecisionFate.Durable when found.Row is { } stored:
                    return Repeated(call, stored);
                case DecisionFate.Durable when _loads == loads && found.HistoryId == HistoryId && found.Head <= State.Version:
                    return answer;
                case DecisionFate.Durable:
                    // Refused on an old picture: another activation has written since. All it costs is to look again.
                    if (_loads == loads && !await Refresh()) return Undecided(call, Codes.Unavailable);
                    break;
                case DecisionFate.NotWritten:
                    return Undecided(call, Codes.Unavailable);
                case DecisionFate.Unknown:
                    return Undecided(call, Codes.OutcomeUnknown);
            }
        }

        return Undecided(call, Codes.Overloaded);
    }

    /// <summary>The synchronous heart: recognise a repeat, decide, apply, queue.</summary>
    (QueuedDecision Queued, CommandAnswer Answer) Take(ListCall call, UndoFacts? undo)
    {
        if (!PlantedBug.NoDedup && call.CommandId is { } id && (Recent.ByCommand(id) ?? _inFlight.GetValueOrDefault(id) ?? _older.GetValueOrDefault(id)) is { } first)
            return (Enqueue(null), Repeated(call, first));

        var now = CommandReader.Milliseconds(clock.GetUtcNow().UtcDateTime);
        var at = now > State.LastAt ? now : State.LastAt;
        var decision = call.Decide(State, new Occasion(at, undo));
        if (decision.Refusal is { } refusal) return (Enqueue(null), CommandAnswer.Refused(call.CommandId, refusal));

        var change = new ListChange(listId, State.Version + (PlantedBug.NoHeadCheck && State.Version % 40 == 39 ? 2 : 1), call.CommandId!.Value, call.ActorId, at, decision.Events);
        var conflicts = ConflictJson.Write(decision.Conflicts);
        var row = LogRow.Next(_chain, change, call.Hash, conflicts);
        if (PlantedBug.NoDedup && Recent.ByCommand(row.CommandId) is not null) row = row with { CommandId = Guid.NewGuid() };
        _beforeLast = PlantedBug.SnapshotOffByOne ? State.ToStored() : null;
        State.Apply(change);
        _chain = row.ChainHash;
        return (Enqueue(row), Accepted(row));
    }

    CommandAnswer Repeated(ListCall call, LogRow first)
    {
        if (first.CommandHash.AsSpan().SequenceEqual(call.Hash)) return Accepted(first);

        // Somebody who is no member must not learn that the id exists.
        return CommandAnswer.Refused(call.CommandId, new Refusal(State.RoleOf(call.ActorId) is null ? Codes.ListNotFound : Codes.CommandIdReused));
    }

    static CommandAnswer Accepted(LogRow row) => new(row.CommandId, true, row.Version, row.Conflicts is { } json ? new RawJson(json) : null);

    static CommandAnswer Undecided(ListCall call, string code) => CommandAnswer.Refused(call.CommandId, Refusal.Undecided(code));
}
