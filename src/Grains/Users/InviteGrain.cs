using System.Security.Cryptography;
using TaskList.Contracts;
using TaskList.Contracts.Lists;
using TaskList.Contracts.Users;

namespace TaskList.Grains.Users;

[GrainType("invite")]
sealed class InviteGrain([PersistentState("invite", ClusterNames.GrainStorage)] IPersistentState<InviteState> invite, TimeProvider time) : Grain, IInviteGrain
{
    InviteState State => invite.State;

    bool Exists => State.ListId != Guid.Empty;

    bool Alive => Exists && !State.Revoked && State.ExpiresAt > time.GetUtcNow().UtcDateTime;

    bool Admits => Alive && State.TakenBy.Count < (State.MaxUses ?? ListLimits.Members);

    public Task Create(Guid listId, Role role, DateTime expiresAt, int? maxUses)
    {
        if (Exists) return Task.CompletedTask;

        (State.ListId, State.Role, State.ExpiresAt, State.MaxUses) = (listId, role, expiresAt, maxUses);
        return invite.Save(this);
    }

    public async Task<Result<InviteAccepted>> Accept(Guid userId)
    {
        var taken = State.TakenBy.Contains(userId);
        if (taken ? !Exists : !Admits) return new Refusal(Codes.InviteNotFound);

        var list = GrainFactory.GetGrain<IListGrain>(State.ListId);
        if (!taken || !Alive)
        {
            // A member who opens the link gains nothing by it and uses nothing up; nobody else gets in by an invite that is over.
            var member = await list.CheckRole(userId, taken ? Role.Viewer : State.Role);
            if (member.Ok) return new InviteAccepted(State.ListId, member.Value.Role ?? State.Role, member.Value.Version);
            if (taken || member.Refusal.RetryAfterMs is not null) return Hidden(member.Refusal);

            State.TakenBy.Add(userId);
            await invite.Save(this);
        }

        // Also for a repeat: the first try may have ended before the list knew. The command id makes it count once for ever.
        var added = await list.AddMember(userId, State.Role, CommandId(userId));
        if (!added.Accepted) return Hidden(new Refusal(added.Code ?? Codes.Unavailable, added.Params, added.RetryAfterMs));

        // Whoever was removed since is not a member, whatever the first answer was.
        var now = await list.CheckRole(userId, Role.Viewer);
        return now.Ok ? new InviteAccepted(State.ListId, now.Value.Role ?? State.Role, added.Version ?? now.Value.Version) : Hidden(now.Refusal);
    }

    public Task<InviteInfo?> Describe() => Task.FromResult(Admits
        ? new InviteInfo(this.GetPrimaryKey(), State.ListId, State.Role, State.ExpiresAt, State.MaxUses, State.TakenBy.Count)
        : null);

    public Task Revoke()
    {
        if (!Exists || State.Revoked) return Task.CompletedTask;

        State.Revoked = true;
        return invite.Save(this);
    }

    /// <summary>An invite to a list that is not there for this user is no invite.</summary>
    static Refusal Hidden(Refusal refusal) => refusal.Code == Codes.ListNotFound ? new Refusal(Codes.InviteNotFound) : refusal;

    Guid CommandId(Guid userId)
    {
        Span<byte> ids = stackalloc byte[32];
        this.GetPrimaryKey().TryWriteBytes(ids, bigEndian: true, out _);
        userId.TryWriteBytes(ids[16..], bigEndian: true, out _);
        var id = SHA256.HashData(ids).AsSpan(0, 16);
        // Marked as a made-up UUID (version 8), so that it is a proper one on the wire.
        id[6] = (byte)((id[6] & 0x0F) | 0x80);
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return new Guid(id, bigEndian: true);
    }
}
