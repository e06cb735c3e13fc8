namespace TaskList.Contracts.Lists;

/// <summary>One list, keyed by its id. Every method that takes an actor checks the actor's membership; a non-member learns only <c>listNotFound</c>.</summary>
[Alias("IListGrain")]
public interface IListGrain : IGrainWithGuidKey
{
    /// <summary>Writes version 1. Repeating it with the same actor and content gives the same answer.</summary>
    [Alias("Create")]
    Task<Result<ListCreatedAnswer>> Create(Guid actorId, string name, string[] sectionNames);

    /// <summary>Decides one command and answers after the commit.</summary>
    /// <param name="command">The command as UTF-8 JSON, at most <see cref="ListLimits.RequestBytes"/>.</param>
    /// <param name="ifMatch">The version the caller insists on, or null.</param>
    /// <param name="shownBy">The observer of a gateway that shows the list and asks; what is committed may then come with the answer and is not pushed there.</param>
    [Alias("Execute")]
    Task<CommandAnswer> Execute(Guid actorId, RawJson command, ListTag? ifMatch, GrainId? shownBy = null);

    /// <summary>Decides up to <see cref="ListLimits.BatchCommands"/> commands in order; after the first undecided one the rest is not attempted.</summary>
    [Alias("ExecuteBatch")]
    Task<CommandAnswer[]> ExecuteBatch(Guid actorId, RawJson[] commands);

    [Alias("Open")]
    Task<Result<OpenAnswer>> Open(Guid actorId, OpenRequest request);

    [Alias("Changes")]
    Task<Result<ChangesAnswer>> Changes(Guid actorId, ChangesRequest request);

    [Alias("Snapshot")]
    Task<Result<SnapshotAnswer>> Snapshot(Guid actorId, ListTag? known);

    /// <summary>As <see cref="Snapshot"/>, in the form in which nearly every client wants it: compressed once a version, however many ask.</summary>
    [Alias("CompressedSnapshot")]
    Task<Result<CompressedSnapshotAnswer>> CompressedSnapshot(Guid actorId, ListTag? known);

    /// <summary>The list as it was; <c>versionNotFound</c> for what is not in the log.</summary>
    [Alias("SnapshotAt")]
    Task<Result<SnapshotAnswer>> SnapshotAt(Guid actorId, PastPoint point, ListTag? known);

    /// <summary>Who did what and what it wrote over, newest first.</summary>
    [Alias("History")]
    Task<Result<HistoryAnswer>> History(Guid actorId, HistoryRequest request);

    /// <summary>Everybody who is or was a member or wrote a change.</summary>
    [Alias("People")]
    Task<Result<PeopleAnswer>> People(Guid actorId);

    /// <summary>The actor's role, or <c>listNotFound</c>, or <c>notAllowed</c> below <paramref name="least"/>.</summary>
    [Alias("CheckRole")]
    Task<Result<ListCard>> CheckRole(Guid actorId, Role least);

    /// <summary>Adds or raises a member because an invite was taken. Never lowers a role. Repeating the command id gives the first answer.</summary>
    [Alias("AddMember")]
    Task<CommandAnswer> AddMember(Guid userId, Role role, Guid commandId);

    /// <summary>Asked by another list before it begins to transfer a task of this user's: null when it may be offered. Sections and limits are the offer's matter.</summary>
    [Alias("Welcomes")]
    Task<Refusal?> Welcomes(Guid actorId);

    /// <summary>Another list offers a task. The first answer stands for ever; a refusal is accepted as a change without events, its code among the conflicts.</summary>
    /// <param name="offer">A <see cref="TransferOffer"/> as JSON.</param>
    [Alias("Receive")]
    Task<CommandAnswer> Receive(Guid actorId, RawJson offer);

    /// <summary>For followers: wakes the list, which takes up its transfers. True as long as this one has not ended.</summary>
    [Alias("IsInTransit")]
    Task<bool> IsInTransit(Guid taskId, Guid transferId);

    /// <summary>For followers: the list as it stands now and, where asked for, a task's title. Null for a list that does not exist.</summary>
    [Alias("Describe")]
    Task<ListCard?> Describe(Guid? taskId);

    /// <summary>Registers a gateway and returns, in the same turn, what it lacks. Repeated calls renew the lease.</summary>
    [Alias("Subscribe"), ResponseTimeout("00:00:05")]
    Task<PushedChanges> Subscribe(IGatewayObserver gateway, ListTag? known);

    [Alias("Unsubscribe")]
    Task Unsubscribe(IGatewayObserver gateway);

    /// <summary>The gateways that show the list now.</summary>
    [Alias("Gateways")]
    Task<IGatewayObserver[]> Gateways();

    /// <summary>The changes after a version, for a gateway that found a gap.</summary>
    [Alias("Range"), ResponseTimeout("00:00:05")]
    Task<PushedChanges> Range(ListTag after);
}
