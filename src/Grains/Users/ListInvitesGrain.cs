using TaskList.Contracts;
using TaskList.Contracts.Lists;
using TaskList.Contracts.Users;

namespace TaskList.Grains.Users;

[GrainType("list-invites")]
sealed class ListInvitesGrain([PersistentState("list-invites", ClusterNames.GrainStorage)] IPersistentState<ListInvitesState> invites, TimeProvider time)
    : Grain, IListInvitesGrain
{
    const int Most = 100;

    static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    Guid ListId => this.GetPrimaryKey();

    public async Task<Result<InviteInfo>> Create(Guid actorId, Guid inviteId, Role role, DateTime expiresAt, int? maxUses)
    {
        if (await NotOwner(actorId) is { } refusal) return refusal;

        var now = time.GetUtcNow().UtcDateTime;
        if (expiresAt <= now || expiresAt > now + Longest) return Refusal.With(Codes.InvalidField, "field", "expiresAt");
        if (maxUses is < 1 or > ListLimits.Members) return Refusal.With(Codes.InvalidField, "field", "maxUses");

        var live = await Live();
        if (live.Length >= Most) return Refusal.TooMany("invites", Most);

        // The list's own note comes first: an invite that works must be one that can be revoked.
        invites.State.InviteIds = [.. live.Select(info => info.InviteId), inviteId];
        await invites.Save(this);
        await Invite(inviteId).Create(ListId, role, expiresAt, maxUses);
        return new InviteInfo(inviteId, ListId, role, expiresAt, maxUses, Uses: 0);
    }

    public async Task<Result<InviteInfos>> All(Guid actorId) =>
        await NotOwner(actorId) is { } refusal ? refusal : new InviteInfos(await Live());

    public async Task<Result<InviteInfo>> Revoke(Guid actorId, Guid inviteId)
    {
        if (await NotOwner(actorId) is { } refusal) return refusal;
        if (!invites.State.InviteIds.Contains(inviteId)) return new Refusal(Codes.InviteNotFound);

        var info = await Invite(inviteId).Describe();
        await Invite(inviteId).Revoke();
        invites.State.InviteIds.Remove(inviteId);
        await invites.Save(this);
        return info is null ? new Refusal(Codes.InviteNotFound) : info;
    }

    async Task<Refusal?> NotOwner(Guid actorId) => (await GrainFactory.GetGrain<IListGrain>(ListId).CheckRole(actorId, Role.Owner)).Refusal;

    async Task<InviteInfo[]> Live()
    {
        var infos = await Task.WhenAll(invites.State.InviteIds.Select(id => Invite(id).Describe()));
        return [.. infos.OfType<InviteInfo>()];
    }

    IInviteGrain Invite(Guid inviteId) => GrainFactory.GetGrain<IInviteGrain>(inviteId);
}
