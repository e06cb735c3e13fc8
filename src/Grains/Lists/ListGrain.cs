using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Concurrency;
using Orleans.Placement;
using TaskList.Contracts;
using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

/// <summary>One list. Commands go through <see cref="LiveList"/>; who shows the list hears of its changes through <see cref="GatewaySubscribers"/>.</summary>
[Reentrant, PreferLocalPlacement, GrainType("list")]
sealed partial class ListGrain(
    ListLog log, ListLogWriter writer, ListPast past, Milestones milestones, Replica replica, LocalLists local, IOptions<ListSettings> settings, ListMetrics metrics, TimeProvider clock,
    ILogger<ListGrain> logger)
    : Grain, IListGrain
{
    LiveList _list = null!;
    GatewaySubscribers _gateways = null!;
    PendingOutcomes _pending = null!;
    TransferDriver _transfers = null!;
    LocalList _here = null!;

    Guid ListId => this.GetPrimaryKey();

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _list = new LiveList(ListId, log, writer, past, milestones, settings.Value, metrics, clock, logger);
        _gateways = new GatewaySubscribers(ListId, _list, metrics, clock, logger);
        _pending = new PendingOutcomes(ListId, _list, log, metrics, clock);
        _transfers = new TransferDriver(ListId, _list, id => GrainFactory.GetGrain<IListGrain>(id), clock, logger);
        _list.Advanced = () =>
        {
            _gateways.PushAll();
            _transfers.Look();
        };
        metrics.Activated(1);
        _here = local.Add(GrainContext);

        // What it finds in the log it goes on with: its transfers, too.
        await _list.Ready();
        TakeOver();
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        metrics.Activated(-1);
        local.Remove(_here);
        _transfers.Stop();
        if (_list.Quarantined) metrics.Quarantined(-1);
        await _list.Drain().WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    public async Task<Result<ListCreatedAnswer>> Create(Guid actorId, string name, string[] sectionNames)
    {
        var answer = await _list.Execute(ListCall.Create(ListId, actorId, name, sectionNames));
        if (answer.Accepted) return new ListCreatedAnswer(ListId, answer.Version!.Value);

        // The list's id is the creation's command id, so somebody else's list shows as a reused id.
        var code = answer.Code is Codes.CommandIdReused or Codes.ListNotFound ? Codes.ListIdTaken : answer.Code!;
        return new Refusal(code, answer.Params, answer.RetryAfterMs);
    }

    public async Task<CommandAnswer> Execute(Guid actorId, RawJson command, ListTag? ifMatch, GrainId? shownBy = null)
    {
        _here.Used();
        var answer = Forgettable(await Run(Parse(actorId, command, ifMatch)));
        return shownBy is { } gateway && answer is { Accepted: true, Version: { } version } && _gateways.WithAnswer(gateway, version) is { } shown ? answer with { Shown = shown } : answer;
    }

    public async Task<CommandAnswer[]> ExecuteBatch(Guid actorId, RawJson[] commands)
    {
        // Decided in order, most of them in this turn, so that they share their commits. Those after one that looks elsewhere first wait for it.
        List<Task<CommandAnswer>> running = [];
        foreach (var command in commands)
        {
            var call = Parse(actorId, command, null);
            if (call.LooksElsewhere) await Task.WhenAll(running);
            running.Add(Run(call));
            if (call.LooksElsewhere) await running[^1];
        }

        var answers = await Task.WhenAll(running);

        var firstUndecided = Array.FindIndex(answers, answer => answer.Undecided);
        if (firstUndecided < 0) return answers;
        return [.. answers.Select((answer, i) => i > firstUndecided ? CommandAnswer.Refused(answer.CommandId, Refusal.Undecided(Codes.NotAttempted)) : answer)];
    }

    public Task<CommandAnswer> AddMember(Guid userId, Role role, Guid commandId) => _list.Execute(ListCall.Admit(userId, role, commandId));

    Task<CommandAnswer> Run(ListCall call) => call.TransferTo is { } target ? AskFirst(call, target) : _list.Execute(call);

    ListCall Parse(Guid actorId, RawJson command, ListTag? ifMatch)
    {
        var incoming = CommandParser.Parse(actorId, command.Utf8);
        return ifMatch is null ? ListCall.Of(actorId, incoming) : ListCall.Of(actorId, incoming, Mismatch);

        Refusal? Mismatch(ListState state) =>
            ifMatch.HistoryId == _list.HistoryId && ifMatch.Version == state.Version ? null : new Refusal(Codes.VersionMismatch);
    }

    /// <summary>An activation made by a wrong id is not worth keeping.</summary>
    T Forgettable<T>(T answer)
    {
        if (!_list.State.Exists && !_list.Quarantined) DeactivateOnIdle();
        return answer;
    }
}
