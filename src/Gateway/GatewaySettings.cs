using System.Net;

namespace TaskList.Gateway;

/// <summary>The gateway's own settings, checked at start. Lists are separated by commas.</summary>
sealed class GatewaySettings
{
    public GatewaySettings(IConfiguration configuration)
    {
        LimitsOn = configuration["Limits"] switch
        {
            null or "" or "on" => true,
            "off" => false,
            _ => throw new InvalidOperationException("Limits must be on or off."),
        };
        Operators = [.. Parts(configuration["Operators"]).Select(id => Guid.TryParse(id, out var userId)
            ? userId
            : throw new InvalidOperationException("Operators must hold user ids."))];
        AllowedOrigins = [.. Parts(configuration["AllowedOrigins"]).Select(Origin)];
        TrustedProxies = [.. Parts(configuration["TrustedProxies"]).Select(Network)];
        WebRoot = Path.GetFullPath(configuration["Web:Root"] is { Length: > 0 } root ? root : Path.Combine(AppContext.BaseDirectory, "wwwroot"));
    }

    /// <summary><c>Limits</c>: rate limits and write budgets. Default on; off is for load tests.</summary>
    public bool LimitsOn { get; }

    /// <summary><c>Operators</c>: ids of the users who may see the dashboard. Default nobody.</summary>
    public HashSet<Guid> Operators { get; }

    /// <summary><c>AllowedOrigins</c>: browser origins besides our own, for example https://board.example.org. Default none.</summary>
    public string[] AllowedOrigins { get; }

    /// <summary><c>TrustedProxies</c>: addresses or networks whose X-Forwarded headers count. Default none, so that nobody can pretend.</summary>
    public IPNetwork[] TrustedProxies { get; }

    /// <summary><c>Web:Root</c>: folder of the built web app. Default wwwroot beside the binary.</summary>
    public string WebRoot { get; }

    static string[] Parts(string? text) => text?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    static string Origin(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.PathAndQuery == "/"
        ? uri.GetLeftPart(UriPartial.Authority)
        : throw new InvalidOperationException("AllowedOrigins must hold origins such as https://board.example.org.");

    static IPNetwork Network(string text)
    {
        if (IPNetwork.TryParse(text, out var network)) return network;
        if (IPAddress.TryParse(text, out var address)) return new IPNetwork(address, address.GetAddressBytes().Length * 8);
        throw new InvalidOperationException("TrustedProxies must hold addresses or networks such as 10.0.0.0/8.");
    }
}
