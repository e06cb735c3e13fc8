namespace TaskList.Gateway.Auth;

/// <summary>Where a request carries its token.</summary>
static class BearerText
{
    const string Scheme = "Bearer ";

    /// <summary>A browser cannot set headers on a WebSocket, so there the token comes in the query string, and nowhere else.</summary>
    public static string? InQuery(HttpRequest request) =>
        request.Path.StartsWithSegments("/hubs") && request.Query["access_token"] is [{ Length: > 0 } token] ? token : null;

    public static string? Of(HttpRequest request) =>
        InQuery(request) ?? (request.Headers.Authorization is [{ } header] && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : null);
}
