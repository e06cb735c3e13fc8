using TaskList.Contracts;

namespace TaskList.Gateway.Safety;

/// <summary>
/// How often a source may try to sign in or up: ten times a minute for one address, and more in all, because an office shares its network address.
/// Counted here per gateway; the login itself slows guessers down across all of them.
/// </summary>
sealed class SignInLimits(GatewaySettings settings) : IDisposable
{
    readonly Buckets<string> _bySource = new(burst: 60, perMinute: 30);
    readonly Buckets<(string Source, string Account)> _byAccount = new(burst: 10, perMinute: 10);

    // Refresh counts alone: a house full of open tabs must not use up its own sign-ins.
    readonly Buckets<Guid> _bySession = new(burst: 60, perMinute: 60);
    readonly Buckets<string> _refreshBySource = new(burst: 300, perMinute: 300);

    // Only wrong API tokens count. A script that goes on with a revoked one is stopped alone before it can use up what its whole office has.
    readonly Buckets<(string Source, Guid TokenId)> _wrongTokens = new(burst: 30, perMinute: 30);
    readonly Buckets<string> _wrongTokensBySource = new(burst: 300, perMinute: 300);

    public Refusal? Check(HttpContext context, string email)
    {
        if (!settings.LimitsOn) return null;

        var source = Sources.Of(context);
        return _bySource.Take(source) ?? _byAccount.Take((source, Account(email)));
    }

    /// <summary>By source as well: session ids can be made up, and each costs a look into the database.</summary>
    public Refusal? CheckRefresh(HttpContext context, Guid sessionId) =>
        settings.LimitsOn ? _refreshBySource.Take(Sources.Of(context)) ?? _bySession.Take(sessionId) : null;

    /// <summary>Asked before a token is looked up: ids in tokens can be made up, too.</summary>
    public Refusal? CheckToken(HttpContext context, Guid tokenId)
    {
        if (!settings.LimitsOn) return null;
        var source = Sources.Of(context);
        return _wrongTokens.Look((source, tokenId)) ?? _wrongTokensBySource.Look(source);
    }

    public void CountWrongToken(HttpContext context, Guid tokenId)
    {
        var source = Sources.Of(context);
        if (_wrongTokens.Take((source, tokenId)) is null) _wrongTokensBySource.Take(source);
    }

    public void Dispose()
    {
        _bySource.Dispose();
        _byAccount.Dispose();
        _bySession.Dispose();
        _refreshBySource.Dispose();
        _wrongTokens.Dispose();
        _wrongTokensBySource.Dispose();
    }

    // Long enough to tell addresses apart, short enough to keep.
    static string Account(string email)
    {
        var trimmed = email.AsSpan().Trim();
        return trimmed[..Math.Min(trimmed.Length, 254)].ToString().ToLowerInvariant();
    }
}
