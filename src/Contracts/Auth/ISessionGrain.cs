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

    [Alias("End")]
    Task End(string secret);
}

/// <param name="Secret">The 256 random bits of the new refresh token in base64url.</param>
[GenerateSerializer, Immutable, Alias("RefreshedSession")]
public sealed record RefreshedSession(Guid UserId, string Secret, DateTime ExpiresAt)
{
    public override string ToString() => nameof(RefreshedSession);
}
