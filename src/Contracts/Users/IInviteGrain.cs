using TaskList.Contracts.Lists;

namespace TaskList.Contracts.Users;

/// <summary>One invite, keyed by the first 16 bytes of the SHA-256 of its token, which is also the invite id.</summary>
[Alias("IInviteGrain")]
public interface IInviteGrain : IGrainWithGuidKey
{
    [Alias("Create")]
    Task Create(Guid listId, Role role, DateTime expiresAt, int? maxUses);

    /// <summary>Refusals: inviteNotFound (unknown, expired, used up, revoked, or the user was removed since), undecided codes of the list.</summary>
    [Alias("Accept")]
    Task<Result<InviteAccepted>> Accept(Guid userId);

    /// <summary>Null when it does not exist or no longer admits anybody.</summary>
    [Alias("Describe")]
    Task<InviteInfo?> Describe();

    [Alias("Revoke")]
    Task Revoke();
}

/// <summary>The invites of one list, keyed by list id; an owner's view of them. Refusals: listNotFound, notAllowed, inviteNotFound, limitReached.</summary>
[Alias("IListInvitesGrain")]
public interface IListInvitesGrain : IGrainWithGuidKey
{
    /// <param name="inviteId">Made by the gateway from the token, which it alone shows.</param>
    [Alias("Create")]
    Task<Result<InviteInfo>> Create(Guid actorId, Guid inviteId, Role role, DateTime expiresAt, int? maxUses);

    [Alias("All")]
    Task<Result<InviteInfos>> All(Guid actorId);

    [Alias("Revoke")]
    Task<Result<InviteInfo>> Revoke(Guid actorId, Guid inviteId);
}

[GenerateSerializer, Immutable, Alias("InviteInfo")]
public sealed record InviteInfo(Guid InviteId, Guid ListId, Role Role, DateTime ExpiresAt, int? MaxUses, int Uses);

[GenerateSerializer, Immutable, Alias("InviteInfos")]
public sealed record InviteInfos(InviteInfo[] Invites);

[GenerateSerializer, Immutable, Alias("InviteAccepted")]
public sealed record InviteAccepted(Guid ListId, Role Role, long Version);
