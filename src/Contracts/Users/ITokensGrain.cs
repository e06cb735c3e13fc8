namespace TaskList.Contracts.Users;

/// <summary>One user's personal API tokens, keyed by user id. Only hashes of secrets come here.</summary>
[Alias("ITokensGrain")]
public interface ITokensGrain : IGrainWithGuidKey
{
    /// <summary>Newest first; those that have expired stay until somebody removes them or thirty days have passed.</summary>
    [Alias("All")]
    Task<ApiToken[]> All();

    /// <summary>Refusals: blank, tooLong, invalidField (expiresAt), limitReached.</summary>
    [Alias("Create")]
    Task<Result<ApiToken>> Create(NewApiToken token);

    /// <summary>The token, or null when there is none with this id and secret that is still good.</summary>
    [Alias("Check")]
    Task<ApiToken?> Check(Guid tokenId, byte[] secretHash);

    /// <summary>The token is no longer accepted from here on, and connections made with it end. Refused with tokenNotFound.</summary>
    [Alias("Revoke")]
    Task<Result<ApiToken>> Revoke(Guid tokenId);
}
