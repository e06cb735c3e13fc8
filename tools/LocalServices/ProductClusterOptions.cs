namespace TaskList.LocalServices;

/// <summary>What to start on this machine.</summary>
public sealed record ProductClusterOptions
{
    /// <summary>Folder for postgres/, secrets/ and logs/; made when missing.</summary>
    public required string Folder { get; init; }

    /// <summary>Silo processes. 0 together with 0 gateways means one standalone process.</summary>
    public int Silos { get; init; } = 1;

    /// <summary>Gateway processes.</summary>
    public int Gateways { get; init; } = 1;

    /// <summary>Port of the first gateway, the others follow it; null means free ports.</summary>
    public int? FirstPort { get; init; }

    /// <summary>A database to use; null means an embedded one in <see cref="Folder"/>.</summary>
    public string? Postgres { get; init; }

    /// <summary>A Redis to use; null means a Garnet of our own where there are several processes.</summary>
    public string? Redis { get; init; }

    /// <summary>More settings for every host, by configuration key (<c>Limits</c>, <c>ConnectionStrings:RabbitMq</c>).</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>More settings for one host, by its name; they win over <see cref="Settings"/>.</summary>
    public Func<string, IReadOnlyDictionary<string, string?>> SettingsOf { get; init; } = _ => new Dictionary<string, string?>();

    /// <summary>The program to run for a host, by its name and role; null means this build's.</summary>
    public Func<string, HostRole, string?> ProgramOf { get; init; } = (_, _) => null;

    /// <summary>Where the silos run; null: beside everything else, on the loopback address.</summary>
    public SiloNetwork? Network { get; init; }

    /// <summary>Told what is being waited for.</summary>
    public Action<string> Progress { get; init; } = _ => { };
}
