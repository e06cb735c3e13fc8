using System.Net.Sockets;
using TaskList.LocalServices;

namespace TaskList.Grains.Tests.Notifications;

/// <summary>Debian's RabbitMQ as a process of ours: loopback only, own ports, own folder, nothing of the system's.</summary>
sealed class RabbitMqServer : IAsyncDisposable
{
    const string Program = "/usr/lib/rabbitmq/bin/rabbitmq-server";
    const string PortMapper = "/usr/bin/epmd";

    static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(20);

    readonly string _folder = Directory.CreateTempSubdirectory("tasklist-rabbitmq-").FullName;
    readonly int _port = FreePort.Next();
    readonly int _clusterPort = FreePort.Next();
    readonly int _mapperPort = FreePort.Next();
    readonly ChildProcess _mapper;
    ChildProcess? _server;

    RabbitMqServer()
    {
        // Started by hand, because the one that Erlang starts by itself outlives everything.
        _mapper = ChildProcess.Start(Command(PortMapper, "-port", $"{_mapperPort}", "-address", "127.0.0.1"));
    }

    public static bool IsInstalled => File.Exists(Program) && File.Exists(PortMapper);

    public Uri Address => new($"amqp://guest:guest@127.0.0.1:{_port}/");

    public static async Task<RabbitMqServer> StartNew()
    {
        var server = new RabbitMqServer();
        await server.Start();
        return server;
    }

    public async Task Start()
    {
        _server = ChildProcess.Start(Command(Program));
        using var limit = new CancellationTokenSource(StartLimit);
        while (!await Answers(limit.Token))
        {
            if (!_server.IsRunning) throw new InvalidOperationException("RabbitMQ ended at its start: " + await File.ReadAllTextAsync(LogFile, limit.Token));
            await Task.Delay(100, limit.Token);
        }
    }

    public async Task Stop()
    {
        if (_server is null) return;
        await _server.StopAsync(StopLimit);
        await _server.DisposeAsync();
        _server = null;
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        await _mapper.StopAsync(StopLimit);
        await _mapper.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    string LogFile => Path.Combine(_folder, "output.log");

    /// <summary>The protocol's greeting, unanswered, is the cheapest question that only a ready broker answers.</summary>
    async Task<bool> Answers(CancellationToken stop)
    {
        try
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync("127.0.0.1", _port, stop);
            await socket.GetStream().WriteAsync("AMQP\0\0\u0009\u0001"u8.ToArray(), stop);
            return await socket.GetStream().ReadAsync(new byte[1], stop) == 1;
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return false;
        }
    }

    ChildCommand Command(string program, params string[] arguments) => new(program, arguments, Environment(), LogFile) { EndWithParent = true };

    Dictionary<string, string?> Environment() => new()
    {
        ["HOME"] = _folder,
        ["ERL_EPMD_PORT"] = $"{_mapperPort}",
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        ["RABBITMQ_NODENAME"] = "tasklist@localhost",
        ["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1",
        ["RABBITMQ_NODE_PORT"] = $"{_port}",
        ["RABBITMQ_DIST_PORT"] = $"{_clusterPort}",
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1}",
        ["RABBITMQ_MNESIA_BASE"] = Path.Combine(_folder, "data"),
        ["RABBITMQ_LOG_BASE"] = Path.Combine(_folder, "log"),
        ["RABBITMQ_LOGS"] = "-",
        ["RABBITMQ_CONFIG_FILE"] = Path.Combine(_folder, "rabbitmq"),
        ["RABBITMQ_CONF_ENV_FILE"] = "/dev/null",
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(_folder, "plugins"),
        ["RABBITMQ_FEATURE_FLAGS_FILE"] = Path.Combine(_folder, "features"),
        ["RABBITMQ_GENERATED_CONFIG_DIR"] = Path.Combine(_folder, "generated"),
        ["RABBITMQ_PID_FILE"] = Path.Combine(_folder, "pid"),
    };
}
