using System.Net;
using System.Net.Sockets;
using Npgsql;
using TaskList.LocalServices;

namespace TaskList.Faults;

/// <summary>A cluster of real processes with a line before everything that can be cut: each process has its own to Postgres and to Redis, each gateway one to its clients.</summary>
public sealed class FaultStage : IAsyncDisposable
{
    const string SocketFile = ".s.PGSQL.5432";

    readonly string _folder = Directory.CreateTempSubdirectory("tl-fault-").FullName;
    readonly Stack<IAsyncDisposable> _running = new();
    readonly Dictionary<string, FaultLine> _postgresLines = [];
    readonly Dictionary<string, FaultLine> _redisLines = [];

    /// <summary>Lines between clients and gateways, in the gateways' order.</summary>
    public FaultLine[] ClientLines { get; private set; } = [];

    /// <summary>Where clients go: the lines' ends.</summary>
    public string[] Urls => [.. ClientLines.Select(line => $"http://127.0.0.1:{line.Port}")];

    public EmbeddedPostgres Postgres { get; private set; } = null!;

    public GarnetServer Redis { get; private set; } = null!;

    public ProductCluster Cluster { get; private set; } = null!;

    public ProductHost[] Silos => [.. Cluster.Silos];

    public ProductHost[] Gateways => [.. Cluster.Gateways];

    public string LogFolder => Path.Combine(_folder, "logs");

    public IReadOnlyDictionary<string, FaultLine> PostgresLines => _postgresLines;

    public IReadOnlyDictionary<string, FaultLine> RedisLines => _redisLines;

    /// <param name="programOf">Another build's program for a host; null for this one's.</param>
    public static async Task<FaultStage> Set(int silos, int gateways, Func<string, HostRole, string?>? programOf = null)
    {
        var stage = new FaultStage();
        try
        {
            await stage.Start(silos, gateways, programOf ?? ((_, _) => null));
            return stage;
        }
        catch
        {
            await stage.DisposeAsync();
            throw;
        }
    }

    /// <summary>What the runbook says after Redis has lost the membership: every silo that runs is stopped in order and started anew, one after another.</summary>
    public async Task RestartSilos()
    {
        foreach (var silo in Silos.Where(silo => silo.IsRunning))
        {
            await silo.StopAsync();
            await silo.StartAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        while (_running.TryPop(out var running)) await running.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    async Task Start(int silos, int gateways, Func<string, HostRole, string?> programOf)
    {
        Directory.CreateDirectory(LogFolder);
        _running.Push(Postgres = await EmbeddedPostgres.StartAsync(Path.Combine(_folder, "postgres"), Path.Combine(LogFolder, "postgres.log")));
        _running.Push(Redis = await GarnetServer.StartAsync(LogFolder));
        _running.Push(Cluster = await ProductCluster.StartAsync(new ProductClusterOptions
        {
            Folder = _folder,
            Silos = silos,
            Gateways = gateways,
            Postgres = Postgres.ConnectionString,
            Redis = Redis.ConnectionString,
            Settings = new Dictionary<string, string?> { ["Limits"] = "off", ["Dashboard"] = "off" },
            SettingsOf = Lines,
            ProgramOf = programOf,
        }));
        ClientLines = [.. Cluster.Gateways.Select(gateway => Keep(new FaultLine(Anywhere, new IPEndPoint(IPAddress.Loopback, gateway.Port))))];
    }

    Dictionary<string, string?> Lines(string host)
    {
        var redis = _redisLines[host] = Keep(new FaultLine(Anywhere, new IPEndPoint(IPAddress.Loopback, Redis.Port)));
        var folder = Directory.CreateDirectory(Path.Combine(_folder, host)).FullName;
        var database = new NpgsqlConnectionStringBuilder(Postgres.ConnectionString);
        _postgresLines[host] = Keep(new FaultLine(
            new UnixDomainSocketEndPoint(Path.Combine(folder, SocketFile)), new UnixDomainSocketEndPoint(Path.Combine(database.Host!, SocketFile))));
        database.Host = folder;
        return new() { ["ConnectionStrings:Redis"] = $"127.0.0.1:{redis.Port},abortConnect=false", ["ConnectionStrings:Postgres"] = database.ConnectionString };
    }

    static IPEndPoint Anywhere => new(IPAddress.Loopback, 0);

    FaultLine Keep(FaultLine line)
    {
        _running.Push(line);
        return line;
    }
}
