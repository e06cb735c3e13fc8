using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using TaskList.LocalServices;

namespace TaskList.Faults;

/// <summary>A cluster of real processes with a line before everything that can be cut: each process has its own to Postgres and to Redis, each gateway one to its clients.</summary>
public sealed class FaultStage : IAsyncDisposable
{
    const string SocketFile = ".s.PGSQL.5432";

    static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(200);
    static readonly TimeSpan SettleLimit = TimeSpan.FromSeconds(60);

    readonly string _folder = Directory.CreateTempSubdirectory("tl-fault-").FullName;
    readonly Stack<IAsyncDisposable> _running = new();
    readonly Dictionary<string, FaultLine> _postgresLines = [];
    readonly Dictionary<string, FaultLine> _redisLines = [];

    /// <summary>Lines between clients and gateways, in the gateways' order.</summary>
    public FaultLine[] ClientLines { get; private set; } = [];

    /// <summary>Where clients go: the lines' ends.</summary>
    public string[] Urls => [.. ClientLines.Select(line => $"http://127.0.0.1:{line.Port}")];

    /// <summary>The database where there is one; of a pair, the one that takes writes.</summary>
    public EmbeddedPostgres Postgres { get => Pair?.Primary ?? field; private set; } = null!;

    /// <summary>A primary and its standby, where that was asked for. Then no line stands before Postgres.</summary>
    public PostgresPair? Pair { get; private set; }

    /// <summary>Where silos can be kept apart, when that was asked for.</summary>
    public SiloNetwork? Network { get; private set; }

    public Detections Detections { get; } = new();

    public Endings Endings { get; } = new();

    /// <summary>A silo more, for faults in which one joins; it stands still as a rule.</summary>
    public ProductHost Spare { get; private set; } = null!;

    public bool IsSynchronous { get; private set; }

    /// <summary>For whoever reads the log from outside.</summary>
    public string PostgresConnectionString => Pair?.ConnectionString ?? Postgres.ConnectionString;

    public GarnetServer Redis { get; private set; } = null!;

    public ProductCluster Cluster { get; private set; } = null!;

    public ProductHost[] Silos => [.. Cluster.Silos];

    public ProductHost[] Gateways => [.. Cluster.Gateways];

    public string LogFolder => Path.Combine(_folder, "logs");

    public IReadOnlyDictionary<string, FaultLine> PostgresLines => _postgresLines;

    public IReadOnlyDictionary<string, FaultLine> RedisLines => _redisLines;

    public static async Task<FaultStage> Set(FaultOptions options)
    {
        var stage = new FaultStage();
        try
        {
            await stage.Start(options);
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
            await Endings.Stop(silo, mayHurry: true);
            await silo.StartAsync();
        }
    }

    public Task KillPostgres()
    {
        Endings.Killed();
        return Postgres.KillAsync();
    }

    public Task KillRedis()
    {
        Endings.Killed();
        return Redis.KillAsync();
    }

    /// <summary>Starts what ended itself, as whoever supervises processes does, until all silos see each other: one that stood still learns some seconds later that it was declared dead.</summary>
    public async Task Settle()
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(2) };
        for (var clock = Stopwatch.StartNew(); ; await Task.Delay(Glance))
        {
            foreach (var host in Cluster.Hosts.Where(host => !host.IsRunning))
            {
                Endings.EndedItself(host);
                await host.StartAsync();
            }

            if ((await Task.WhenAll(Silos.Select(silo => SeesAll(silo, http)))).All(all => all)) return;
            if (clock.Elapsed < SettleLimit) continue;
            Endings.Add($"silos did not see each other {SettleLimit.TotalSeconds:0} s after a fault");
            return;
        }
    }

    /// <summary>Copies what the processes said so far, beside the histories that it explains.</summary>
    public void KeepLogs(string folder)
    {
        foreach (var log in Directory.EnumerateFiles(LogFolder)) File.Copy(log, Path.Combine(folder, Path.GetFileName(log)), overwrite: true);
    }

    public async ValueTask DisposeAsync()
    {
        // Nothing of it will be needed: no reason to wait for farewells.
        if (Cluster is not null) await Task.WhenAll(Cluster.Hosts.Append(Spare).Where(host => host.IsRunning).Select(host => host.KillAsync()));
        while (_running.TryPop(out var running)) await running.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    async Task<bool> SeesAll(ProductHost silo, HttpClient http)
    {
        try
        {
            return await Detections.SilosSeenBy(silo, http) == Silos.Length;
        }
        catch (Exception busy) when (busy is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    async Task Start(FaultOptions options)
    {
        Directory.CreateDirectory(LogFolder);
        IsSynchronous = options.Pair == FaultOptions.Synchronous;
        if (options.Pair is not null) _running.Push(Pair = await PostgresPair.StartTemporaryAsync(IsSynchronous));
        else _running.Push(Postgres = await EmbeddedPostgres.StartAsync(Path.Combine(_folder, "postgres"), Path.Combine(LogFolder, "postgres.log")));
        _running.Push(Redis = await GarnetServer.StartAsync(LogFolder));
        if (options.Only.Intersect(FaultOptions.Networks).Any()) _running.Push(Network = await SiloNetwork.Make(Enumerable.Range(1, options.Silos + 1).Select(silo => $"silo-{silo}")));
        _running.Push(Cluster = await ProductCluster.StartAsync(new ProductClusterOptions
        {
            Folder = _folder,
            Silos = options.Silos,
            Gateways = options.Gateways,
            Postgres = PostgresConnectionString,
            Redis = Redis.ConnectionString,
            Settings = new Dictionary<string, string?> { ["Limits"] = "off", ["Dashboard"] = "off" },
            SettingsOf = Lines,
            ProgramOf = options.ProgramOf,
            Network = Network,
        }));
        _running.Push(Spare = Cluster.CreateSilo($"silo-{options.Silos + 1}"));
        ClientLines = [.. Cluster.Gateways.Select(gateway => Keep(new FaultLine(Anywhere, new IPEndPoint(IPAddress.Loopback, gateway.Port))))];
    }

    Dictionary<string, string?> Lines(string host)
    {
        var here = Network?.Here ?? IPAddress.Loopback;
        var redis = _redisLines[host] = Keep(new FaultLine(new IPEndPoint(here, 0), new IPEndPoint(IPAddress.Loopback, Redis.Port)));
        Dictionary<string, string?> settings = new() { ["ConnectionStrings:Redis"] = $"{here}:{redis.Port},abortConnect=false" };
        if (Pair is not null) return settings;
        var folder = Directory.CreateDirectory(Path.Combine(_folder, host)).FullName;
        var database = new NpgsqlConnectionStringBuilder(Postgres.ConnectionString);
        _postgresLines[host] = Keep(new FaultLine(
            new UnixDomainSocketEndPoint(Path.Combine(folder, SocketFile)), new UnixDomainSocketEndPoint(Path.Combine(database.Host!, SocketFile))));
        database.Host = folder;
        settings["ConnectionStrings:Postgres"] = database.ConnectionString;
        return settings;
    }

    static IPEndPoint Anywhere => new(IPAddress.Loopback, 0);

    FaultLine Keep(FaultLine line)
    {
        _running.Push(line);
        return line;
    }
}
