namespace TaskList.Gateway.Auth;

/// <summary>Carries the refresh token: out of reach of scripts, never sent by pages of other sites, and only to the calls that need it.</summary>
static class RefreshCookie
{
    const string Name = "tasklist_refresh";

    public static void Set(HttpContext context, Guid sessionId, string secret, DateTime expiresAt) =>
        context.Response.Cookies.Append(Name, $"{sessionId}.{secret}", Options(context, expiresAt));

    public static void Clear(HttpContext context) => context.Response.Cookies.Delete(Name, Options(context, null));

    /// <summary>The session and the secret of the cookie, or null when there is none that could be ours.</summary>
    public static (Guid SessionId, string Secret)? Read(HttpContext context)
    {
        if (context.Request.Cookies[Name] is not { Length: < 256 } cookie) return null;

        var dot = cookie.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && Guid.TryParseExact(cookie[..dot], "D", out var sessionId) ? (sessionId, cookie[(dot + 1)..]) : null;
    }

    static CookieOptions Options(HttpContext context, DateTime? expiresAt) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
        Path = "/api/auth",
        Expires = expiresAt,
        IsEssential = true,
    };
}
