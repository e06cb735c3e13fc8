namespace TaskList.Gateway.Safety;

/// <summary>What a browser may load and run, per part of the site.</summary>
static class ContentPolicies
{
    const string Data = "default-src 'none'; frame-ancestors 'none'";

    // Both pages are made by libraries that put scripts and styles into the page itself; everything still comes from here.
    const string Tools = "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        + "font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    static readonly PathString[] DataPaths = ["/api", "/hubs", "/health", "/metrics", "/openapi"];
    static readonly PathString[] ToolPaths = ["/docs", "/ops"];

    public static bool IsData(PathString path) => Array.Exists(DataPaths, path.StartsWithSegments);

    public static bool IsTool(PathString path) => Array.Exists(ToolPaths, path.StartsWithSegments);

    public static string For(HttpRequest request) => IsData(request.Path) ? Data : IsTool(request.Path) ? Tools : App(request, null);

    /// <summary>For the app itself. Where the browser knows trusted types, no text becomes code; the one policy names the one worker.</summary>
    /// <param name="nonce">Admits the style elements that the app makes while it runs; null for files, which need none.</param>
    public static string App(HttpRequest request, string? nonce) =>
        $"default-src 'self'; script-src 'self'; style-src 'self'{(nonce is null ? "" : $" 'nonce-{nonce}'")}; img-src 'self' data: blob:; "
        + $"connect-src 'self'{Socket(request)}; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'; "
        + "require-trusted-types-for 'script'; trusted-types tasklist";

    // Older Safari does not count a WebSocket to the same host as 'self'. A host with unusual characters could end the directive, so it gets none.
    static string Socket(HttpRequest request) =>
        request.Host.Value is { Length: > 0 } host && host.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or ':' or '-' or '[' or ']')
            ? $" {(request.IsHttps ? "wss" : "ws")}://{host}"
            : "";
}
