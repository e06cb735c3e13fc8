using System.Text.Json.Serialization;
using TaskList.Contracts.Lists;

namespace TaskList.Gateway.Users;

/// <param name="Role">`viewer`, `commenter`, `editor` or `owner`.</param>
/// <param name="Email">For whom it is meant. It is not sent and not stored; naming somebody makes the invite good for one use.</param>
/// <param name="ExpiresAt">Default in 14 days, at most in 90.</param>
/// <param name="MaxUses">1 to 1,000; default no bound but the list's own.</param>
sealed record InviteRequest(string Role, string? Email = null, DateTimeOffset? ExpiresAt = null, int? MaxUses = null)
{
    public override string ToString() => nameof(InviteRequest);
}

/// <param name="Token">Shown only here.</param>
/// <param name="Url">The page of the web app that accepts it.</param>
sealed record CreatedInvite(Guid InviteId, string Token, string Url, Role Role, DateTime ExpiresAt)
{
    public override string ToString() => nameof(CreatedInvite);
}

sealed record InviteItem(
    Guid InviteId,
    Role Role,
    DateTime ExpiresAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? MaxUses,
    int Uses);
