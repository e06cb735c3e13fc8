using TaskList.Contracts.Lists;

namespace TaskList.Contracts.Users;

/// <param name="Language">BCP 47, `en` or `ru` in this release.</param>
/// <param name="TimeZone">IANA name, for example `Europe/Moscow`.</param>
[GenerateSerializer, Immutable, Alias("UserProfile")]
public sealed record UserProfile(Guid UserId, string Email, string DisplayName, string Language, string TimeZone)
{
    /// <summary>Keeps the address out of logs.</summary>
    public override string ToString() => UserId.ToString();
}

/// <summary>Only what is not null changes.</summary>
[GenerateSerializer, Immutable, Alias("ProfilePatch")]
public sealed record ProfilePatch(string? DisplayName = null, string? Language = null, string? TimeZone = null);

[GenerateSerializer, Immutable, Alias("MyList")]
public sealed record MyList(Guid ListId, string Name, Role Role, DateTime JoinedAt);

/// <summary>A list that an owner can still restore.</summary>
[GenerateSerializer, Immutable, Alias("DeletedList")]
public sealed record DeletedList(Guid ListId, string Name, DateTime DeletedAt);
