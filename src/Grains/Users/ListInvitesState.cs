namespace TaskList.Grains.Users;

/// <summary>The invites that may still be good; each invite itself knows whether it is.</summary>
public sealed class ListInvitesState
{
    public List<Guid> InviteIds { get; set; } = [];
}
