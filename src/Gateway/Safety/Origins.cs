namespace TaskList.Gateway.Safety;

/// <summary>Which browser pages may talk to us: our own and the allowed ones. CORS does not guard WebSockets or cookies sent along, so this is asked there.</summary>
sealed class Origins(GatewaySettings settings)
{
    /// <summary>No Origin header means no page of another site: browsers send it with every WebSocket and every POST.</summary>
    public bool Admit(HttpRequest request)
    {
        if (request.Headers.Origin is not { Count: > 0 } header) return true;

        return header is [{ } origin] && (settings.AllowedOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase) || IsOwn(origin, request));
    }

    // The scheme is not compared: behind a proxy that ends TLS we may not know ours.
    static bool IsOwn(string origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
        && string.Equals(uri.Authority, WithoutDefaultPort(request.Host, uri.Scheme), StringComparison.OrdinalIgnoreCase);

    static string? WithoutDefaultPort(HostString host, string scheme) =>
        host.Port == (scheme == "https" ? 443 : 80) ? host.Host : host.Value;
}
