using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using TaskList.Contracts;
using TaskList.Contracts.Lists;
using TaskList.Contracts.Users;
using TaskList.Grains.Auth;

namespace TaskList.Grains.Users;

[GrainType("tokens")]
sealed partial class TokensGrain(
    [PersistentState("tokens", ClusterNames.GrainStorage)] IPersistentState<TokensState> tokens,
    EndedSessionTable endedSessions,
    TimeProvider time,
    ILogger<TokensGrain> logger) : Grain, ITokensGrain
{
    const int Most = 50;

    /// <summary>A use is noted at once in memory, and stored when the stored one is older than this.</summary>
    static readonly TimeSpan UseStoredEvery = TimeSpan.FromMinutes(10);

    static readonly TimeSpan Longest = TimeSpan.FromDays(366);
    static readonly TimeSpan ExpiredKept = TimeSpan.FromDays(30);

    readonly Dictionary<Guid, DateTime> _usedAt = [];

    List<StoredToken> Tokens => tokens.State.Tokens;

    DateTime Now => time.GetUtcNow().UtcDateTime;

    public Task<ApiToken[]> All() => Task.FromResult<ApiToken[]>([.. Enumerable.Reverse(Tokens).Select(Shown)]);

    public async Task<Result<ApiToken>> Create(NewApiToken token)
    {
        var name = token.Name.Trim().Normalize();
        if (name.Length == 0) return Refusal.With(Codes.Blank, "field", "name");
        if (name.Length > ListLimits.Name) return Refusal.TooLong("name", ListLimits.Name);
        if (name.Any(char.IsControl)) return Refusal.With(Codes.InvalidField, "field", "name");

        var now = Now;
        if (token.ExpiresAt <= now || token.ExpiresAt > now + Longest) return Refusal.With(Codes.InvalidField, "field", "expiresAt");

        Tokens.RemoveAll(old => old.ExpiresAt < now - ExpiredKept);
        if (Tokens.Count >= Most) return Refusal.TooMany("tokens", Most);

        var stored = new StoredToken(token.TokenId, token.SecretHash, name, token.Scope, now, token.ExpiresAt, null);
        Tokens.Add(stored);
        await tokens.Save(this);
        LogCreated(this.GetPrimaryKey(), token.TokenId);
        return Shown(stored);
    }

    public async Task<ApiToken?> Check(Guid tokenId, byte[] secretHash)
    {
        var now = Now;
        var index = Tokens.FindIndex(token => token.TokenId == tokenId);
        if (index < 0) return Forgettable();

        var token = Tokens[index];
        if (!CryptographicOperations.FixedTimeEquals(token.SecretHash, secretHash) || now >= token.ExpiresAt) return null;

        _usedAt[tokenId] = now;
        if (token.LastUsedAt is not { } stored || now - stored >= UseStoredEvery)
        {
            Tokens[index] = token with { LastUsedAt = now };
            await tokens.Save(this);
        }

        return Shown(token);
    }

    /// <summary>First the table, then the state: when this breaks off, the caller's next try does both again.</summary>
    public async Task<Result<ApiToken>> Revoke(Guid tokenId)
    {
        if (Tokens.Find(token => token.TokenId == tokenId) is not { } token) return new Refusal(Codes.TokenNotFound);

        await endedSessions.Add(tokenId);
        Tokens.Remove(token);
        await tokens.Save(this);
        LogRevoked(this.GetPrimaryKey(), tokenId);
        return Shown(token);
    }

    /// <summary>User ids can be made up; what stands for nobody's tokens need not stay in memory.</summary>
    ApiToken? Forgettable()
    {
        if (Tokens.Count == 0) DeactivateOnIdle();
        return null;
    }

    ApiToken Shown(StoredToken token) =>
        new(token.TokenId, token.Name, token.Scope, token.CreatedAt, token.ExpiresAt, _usedAt.TryGetValue(token.TokenId, out var at) ? at : token.LastUsedAt);

    [LoggerMessage(LogLevel.Information, "User {UserId} made the API token {TokenId}")]
    partial void LogCreated(Guid userId, Guid tokenId);

    [LoggerMessage(LogLevel.Information, "User {UserId} revoked the API token {TokenId}")]
    partial void LogRevoked(Guid userId, Guid tokenId);
}
