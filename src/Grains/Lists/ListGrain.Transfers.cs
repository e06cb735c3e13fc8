using TaskList.Contracts;
using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

sealed partial class ListGrain
{
    /// <summary>How long a command may wait for another list's word, so that its own deadline still fits into the caller's.</summary>
    static readonly TimeSpan AskLimit = TimeSpan.FromSeconds(1);

    public Task<CommandAnswer> Receive(Guid actorId, RawJson offer) => _list.Execute(ListCall.Receive(actorId, ListJson.ReadOffer(offer.Utf8.Span)));

    public async Task<bool> IsInTransit(Guid taskId, Guid transferId)
    {
        if (!await _list.Ready() || !await _list.Settle()) throw new TimeoutException("The log cannot be read now.");
        return _transfers.IsInTransit(taskId, transferId);
    }

    public async Task<Refusal?> Welcomes(Guid actorId)
    {
        var member = await CheckRole(actorId, Role.Editor);
        if (!member.Ok) return member.Refusal;
        return _list.Quarantined ? Refusal.Undecided(Codes.ListQuarantined) : null;
    }

    /// <summary>
    /// A transfer is not begun towards a list that would not take it: one that never was has no log to write an answer into, and a quarantined one would keep the task frozen. The
    /// word counts only where nothing else speaks against the command; a repeat is recognised before.
    /// </summary>
    async Task<CommandAnswer> AskFirst(ListCall call, Guid target)
    {
        if (target == ListId || await AskWelcome(target, call.ActorId) is not { } refusal) return await _list.Execute(call);
        return await _list.Execute(call with { Decide = (state, occasion) => call.Decide(state, occasion) is { Refusal: not null } refused ? refused : refusal });
    }

    async Task<Refusal?> AskWelcome(Guid target, Guid actorId)
    {
        try
        {
            return await GrainFactory.GetGrain<IListGrain>(target).Welcomes(actorId).WaitAsync(AskLimit, clock);
        }
        catch (Exception fault) when (fault is TimeoutException or OrleansException or OperationCanceledException)
        {
            return Refusal.Undecided(Codes.Unavailable);
        }
    }
}
