namespace TaskList.LocalServices;

/// <summary>The settings that every host on this machine gets, by configuration key.</summary>
public static class HostSettings
{
    /// <summary>Tells a host to shut down when its standard input ends: its parent is gone.</summary>
    public const string ExitWithParent = "Host__ExitWithParent";

    public const string Loopback = "127.0.0.1";

    /// <summary>Settings of a host that listens on this port of one address only.</summary>
    public static Dictionary<string, string?> Common(string folder, string postgres, string? redis, int port, string address = Loopback)
    {
        var settings = new Dictionary<string, string?>
        {
            ["ConnectionStrings:Postgres"] = postgres,
            ["Secrets:Directory"] = Path.Combine(folder, "secrets"),
            ["Web:Root"] = ProductBinaries.WebRoot,
            ["urls"] = $"http://{address}:{port}",
        };
        if (redis is not null)
            settings["ConnectionStrings:Redis"] = redis;
        return settings;
    }

    /// <summary>How a configuration key is called as an environment variable.</summary>
    public static string EnvironmentName(string key) =>
        key == "urls" ? "ASPNETCORE_URLS" : key.Replace(":", "__", StringComparison.Ordinal);
}
