using TaskList.Contracts.Lists;

namespace TaskList.Grains.Users;

/// <summary>What is stored of one invite.</summary>
public sealed class InviteState
{
    /// <summary>Empty for an invite that was never made.</summary>
    public Guid ListId { get; set; }

    public Role Role { get; set; }

    public DateTime ExpiresAt { get; set; }

    public int? MaxUses { get; set; }

    public bool Revoked { get; set; }

    /// <summary>Who took it, in order; written before the list learns of it.</summary>
    public List<Guid> TakenBy { get; set; } = [];
}
