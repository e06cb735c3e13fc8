using TaskList.Contracts.Users;

namespace TaskList.Grains.Users;

/// <summary>What is stored of one user's API tokens, oldest first.</summary>
public sealed class TokensState
{
    public List<StoredToken> Tokens { get; set; } = [];
}

/// <param name="SecretHash">SHA-256: the secret is 256 random bits, so nothing slower is needed.</param>
public sealed record StoredToken(Guid TokenId, byte[] SecretHash, string Name, ApiScope Scope, DateTime CreatedAt, DateTime ExpiresAt, DateTime? LastUsedAt);
