namespace TaskList.Contracts.Auth;

/// <summary>One family of refresh tokens, keyed by session id. The previous token stays good until its successor has been used, and 30 s after; an older one ends the session.</summary>
[Alias("ISessionGrain")]
public interface ISessionGrain : IGrainWithGuidKey
{
    [Alias("Start")]
    Task<RefreshedSession> Start(Guid userId);

    /// <summary>Refused with sessionEnded.</summary>
    [Alias("Refresh")]
    Task<Result<RefreshedSession>> Refresh(string secret);

    /// <summary>Ends the session; any token of the family will do, a spent one too. Anything else does nothing.</summary>
    [Alias("End")]
    Task End(string secret);

    /// <summary>Ends the session for a caller who has proved it with an access token.</summary>
    [Alias("Close")]
    Task Close();
}

/// <param name="Secret">Base64url of the token's number in its family and 256 bits that only a silo can make.</param>
[GenerateSerializer, Immutable, Alias("RefreshedSession")]
public sealed record RefreshedSession(Guid UserId, string Secret, DateTime ExpiresAt)
{
    public override string ToString() => nameof(RefreshedSession);
}
