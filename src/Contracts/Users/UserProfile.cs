using System.Text.Json.Serialization;
using TaskList.Contracts.Lists;

namespace TaskList.Contracts.Users;

/// <param name="Language">BCP 47, `en` or `ru` in this release.</param>
/// <param name="TimeZone">IANA name, for example `Europe/Moscow`.</param>
/// <param name="Reminder">When to tell the user what is due: `off`, `atDue`, `hourBefore` or `dayBefore`.</param>
[GenerateSerializer, Immutable, Alias("UserProfile")]
public sealed record UserProfile(Guid UserId, string Email, string DisplayName, string Language, string TimeZone, string Reminder = "hourBefore")
{
    /// <summary>Keeps the address out of logs.</summary>
    public override string ToString() => UserId.ToString();
}

/// <summary>Only what is not null changes.</summary>
[GenerateSerializer, Immutable, Alias("ProfilePatch")]
public sealed record ProfilePatch(string? DisplayName = null, string? Language = null, string? TimeZone = null, string? Reminder = null);

[GenerateSerializer, Immutable, Alias("MyList")]
public sealed record MyList(
    Guid ListId,
    string Name,
    Role Role,
    DateTime JoinedAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTime? ArchivedAt = null);

/// <summary>A list that an owner can still restore.</summary>
[GenerateSerializer, Immutable, Alias("DeletedList")]
public sealed record DeletedList(Guid ListId, string Name, DateTime DeletedAt);
