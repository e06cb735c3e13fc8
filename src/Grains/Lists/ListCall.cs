using TaskList.Contracts;
using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

/// <summary>Something asked of a list, with what is needed to ask again when the state it was decided on is thrown away.</summary>
/// <param name="CommandId">Null when not even that could be read.</param>
/// <param name="Decide">Pure; includes the check of existence, membership and role.</param>
sealed record ListCall(Guid ActorId, Guid? CommandId, byte[] Hash, Func<ListState, Occasion, Decision> Decide)
{
    /// <summary>The version that an undo takes back: its facts must be read before it is decided. Null for everything else.</summary>
    public long? UndoneVersion { get; init; }

    /// <summary>The list that is asked first whether it would take a task; null for everything but the start of a transfer.</summary>
    public Guid? TransferTo { get; init; }

    /// <summary>Something outside this list's state is looked at before the decision, so that others could overtake it.</summary>
    public bool LooksElsewhere => UndoneVersion is not null || TransferTo is not null;

    static readonly Refusal NotFound = new(Codes.ListNotFound);

    /// <param name="mismatch">Looks at the version that the caller insists on; null when it fits.</param>
    public static ListCall Of(Guid actorId, IncomingCommand command, Func<ListState, Refusal?>? mismatch = null) => new(actorId, command.CommandId, command.Hash, (state, occasion) =>
    {
        if (state.Content.DeletedAt is not null) return ListRules.DecideDeleted(state, actorId, command.Command, occasion.At);
        if (state.RoleOf(actorId) is not { } role) return NotFound;
        if (command.Fault is { } fault) return fault;
        return mismatch?.Invoke(state) is { } refusal ? refusal : ListRules.Decide(state, actorId, role, command.Command!, occasion);
    })
    {
        UndoneVersion = (command.Command as Undo)?.Version,
        TransferTo = (command.Command as TransferTask)?.ToListId,
    };

    /// <summary>The list's id is the command id of its creation, so that creating it again is a repeat.</summary>
    public static ListCall Create(Guid listId, Guid actorId, string name, string[] sectionNames) =>
        new(actorId, listId, CommandHash.Of(actorId, new { type = "createList", name, sectionNames }), (state, _) =>
        {
            if (state.Exists) return new Refusal(Codes.ListIdTaken);
            List<ListEvent> events = [new ListCreated(name, actorId, ListKeys.From(name))];
            Guid? after = null;
            foreach (var sectionName in sectionNames)
            {
                var sectionId = Guid.CreateVersion7();
                events.Add(new SectionAdded(sectionId, sectionName, after));
                after = sectionId;
            }

            return new Decision(null, events);
        });

    public static ListCall Admit(Guid userId, Role role, Guid commandId) =>
        new(userId, commandId, CommandHash.Of(userId, new { type = "addMember", role }), (state, _) =>
            state.Exists && state.Content.DeletedAt is null ? ListRules.Admit(state, userId, role) : NotFound);

    /// <summary>Another list offers a task. The command id follows from the transfer's, so the first answer stands.</summary>
    public static ListCall Receive(Guid actorId, TransferOffer offer) => new(
        actorId,
        DerivedId.Of(offer.TransferId, "receive"),
        CommandHash.Of(actorId, new { type = "receiveTask", offer.TransferId }),
        (state, _) => state.Exists ? ListRules.Receive(state, actorId, offer) : NotFound);

    /// <param name="code">Why the other list did not take the task; null when it did.</param>
    public static ListCall EndTransfer(Guid actorId, Guid taskId, Guid transferId, string? code) => new(
        actorId,
        DerivedId.Of(transferId, "end"),
        CommandHash.Of(actorId, new { type = "endTransfer", transferId }),
        (state, _) => ListRules.EndTransfer(state, taskId, transferId, code));
}
