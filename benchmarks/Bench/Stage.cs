using Npgsql;
using TaskList.LoadGenerator;
using TaskList.LocalServices;

namespace TaskList.Bench;

/// <summary>Everything that runs during a bench. All of it runs all the time; who is not measured just now idles.</summary>
sealed class Stage : IAsyncDisposable
{
    readonly Stack<IAsyncDisposable> _running = new();
    readonly string _folder = Directory.CreateTempSubdirectory("tasklist-bench-").FullName;
    LineProcess _generator = null!;
    LineProcess? _inside;

    public ProductCluster Cluster { get; private set; } = null!;

    public ProductHost Product => Cluster.Hosts[0];

    public OtherServer Raw { get; private set; } = null!;

    /// <summary>Null without --peers.</summary>
    public OtherServer? Memory { get; private set; }

    /// <summary>Null without --peers.</summary>
    public OtherServer? Update { get; private set; }

    public static async Task<Stage> Set(BenchOptions options)
    {
        var stage = new Stage();
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

    /// <summary>Sends a job to the generator, against somebody on this stage.</summary>
    public Task<LoadResult> Run(string contestant, LoadJob job) => contestant switch
    {
        Contestants.InProcess => RunInside(job),
        Contestants.Commit => _generator.Run(job with { Postgres = Database("bench"), Processes = Counted() }),
        _ => _generator.Run(job with { Url = UrlOf(contestant), Target = TargetOf(contestant), Processes = Counted() }),
    };

    /// <summary>Holds idle connections to a server and weighs it.</summary>
    public Task<LoadResult> Hold(LoadJob job, string url, int pid, LoadTarget target) =>
        _generator.Run(job with { Url = url, Target = target, Processes = new Dictionary<string, int> { ["server"] = pid } });

    /// <summary>One more bare SignalR process, fresh.</summary>
    public Task<OtherServer> StartRaw() => OtherServer.StartRaw(_folder);

    /// <summary>One more Socket.IO server that stores nothing, fresh.</summary>
    public Task<OtherServer> StartSocketIo() => OtherServer.StartSocketIo(_folder, "idle", null);

    /// <summary>Those who can take edits over sockets.</summary>
    public IEnumerable<string> OverSockets() =>
        Memory is null ? [Contestants.Product, Contestants.Raw] : [Contestants.Product, Contestants.Raw, Contestants.SocketIoMemory, Contestants.SocketIoUpdate];

    public async ValueTask DisposeAsync()
    {
        while (_running.TryPop(out var running)) await running.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    public string UrlOf(string contestant) => contestant switch
    {
        Contestants.Product => Product.Url,
        Contestants.Raw => Raw.Url,
        Contestants.SocketIoMemory => Memory!.Url,
        _ => Update!.Url,
    };

    static LoadTarget TargetOf(string contestant) => contestant switch
    {
        Contestants.Product => LoadTarget.Product,
        Contestants.Raw => LoadTarget.Raw,
        _ => LoadTarget.SocketIo,
    };

    async Task Start(BenchOptions options)
    {
        Cluster = await ProductCluster.StartAsync(new ProductClusterOptions
        {
            Folder = _folder,
            Silos = 0,
            Gateways = 0,
            Settings = new Dictionary<string, string?> { ["Limits"] = "off" },
            Progress = Console.WriteLine,
        });
        _running.Push(Cluster);
        await BenchTables.Make(Cluster.Postgres!.ConnectionString, Database("bench"));

        // Reading on the thread that waits for the kernel spares the generator a hand-over for each answer.
        _generator = LineProcess.Start("LoadGenerator", new Dictionary<string, string?> { ["DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS"] = "1" });
        _running.Push(_generator);
        _running.Push(Raw = await OtherServer.StartRaw(_folder));
        if (!options.Peers) return;
        _running.Push(Memory = await OtherServer.StartSocketIo(_folder, "memory", null));
        _running.Push(Update = await OtherServer.StartSocketIo(_folder, "update", Database("bench")));
    }

    async Task<LoadResult> RunInside(LoadJob job)
    {
        if (_inside is null)
        {
            var settings = HostSettings.Common(_folder, Database("inside"), null, FreePort.Next());
            settings["Cluster:SiloPort"] = $"{FreePort.Next()}";
            settings["Cluster:OrleansGatewayPort"] = $"{FreePort.Next()}";
            _running.Push(_inside = LineProcess.Start("InProcess", settings.ToDictionary(setting => HostSettings.EnvironmentName(setting.Key), setting => setting.Value)));
            while (await _inside.ReadLine() != "ready")
            {
                // What the host says while it starts is not for us.
            }
        }

        return await _inside.Run(job with { Processes = Counted() });
    }

    string Database(string name) => new NpgsqlConnectionStringBuilder(Cluster.Postgres!.ConnectionString) { Database = name }.ConnectionString;

    Dictionary<string, int> Counted()
    {
        var counted = new Dictionary<string, int> { ["product"] = Product.Process!.Pid, ["postgres"] = Cluster.Postgres!.Postmaster.Pid, ["raw"] = Raw.Pid };
        if (_inside is not null) counted["inside"] = _inside.Pid;
        if (Memory is not null) counted["socketIoMemory"] = Memory.Pid;
        if (Update is not null) counted["socketIoUpdate"] = Update.Pid;
        return counted;
    }
}
