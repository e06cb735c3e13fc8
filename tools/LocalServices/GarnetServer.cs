using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace TaskList.LocalServices;

/// <summary>A Redis-protocol server in memory, for the membership of a cluster on this machine.</summary>
public sealed class GarnetServer : IAsyncDisposable
{
    static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(20);
    static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(5);

    readonly string _logFolder;

    GarnetServer(int port, string logFolder)
    {
        (Port, _logFolder) = (port, logFolder);
        Process = ChildProcess.Start(Command(port, logFolder));
    }

    /// <summary>The process behind it; another one after a restart.</summary>
    public ChildProcess Process { get; private set; }

    /// <summary>Where it listens on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>As StackExchange.Redis takes it.</summary>
    public string ConnectionString => $"127.0.0.1:{Port}";

    /// <summary>Starts the tool of the local manifest on a free port and waits for its first answer.</summary>
    public static async Task<GarnetServer> StartAsync(string logFolder, CancellationToken cancellation = default)
    {
        var garnet = new GarnetServer(FreePort.Next(), logFolder);
        try
        {
            await garnet.WaitUntilAnsweringAsync(cancellation);
            return garnet;
        }
        catch
        {
            await garnet.DisposeAsync();
            throw;
        }
    }

    /// <summary>SIGKILL; what it held is gone.</summary>
    public Task KillAsync() => Process.KillAsync();

    /// <summary>Deletes what it holds; connections stay.</summary>
    public async Task FlushAsync()
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", Port);
        var stream = client.GetStream();
        await stream.WriteAsync("*1\r\n$8\r\nFLUSHALL\r\n"u8.ToArray());
        var answer = new byte[5];
        await stream.ReadExactlyAsync(answer);
        if (!answer.AsSpan().SequenceEqual("+OK\r\n"u8))
            throw new LocalServiceException("The Redis stand-in did not take FLUSHALL.");
    }

    /// <summary>Starts it again where it was, empty.</summary>
    public async Task StartAgainAsync(CancellationToken cancellation = default)
    {
        await Process.DisposeAsync();
        Process = ChildProcess.Start(Command(Port, _logFolder));
        await WaitUntilAnsweringAsync(cancellation);
    }

    /// <summary>Stops it; what it held is gone.</summary>
    public async ValueTask DisposeAsync()
    {
        await Process.StopAsync(StopLimit);
        await Process.DisposeAsync();
    }

    // Without Lua the Orleans membership table hangs in silence while a silo joins.
    static ChildCommand Command(int port, string logFolder) => new(
        "dotnet",
        [
            "tool", "run", "garnet-server", "--", "--lua", "true", "--bind", "127.0.0.1",
            "--port", port.ToString(CultureInfo.InvariantCulture), "--memory", "64m", "--page", "1m", "--index", "1m",
        ],
        new Dictionary<string, string?>(),
        Path.Combine(logFolder, "garnet.log"),
        RepositoryRoot.Path)
    {
        EndWithParent = true,
    };

    async Task WaitUntilAnsweringAsync(CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        while (!await RedisPing.AnswersAsync(Port, cancellation))
        {
            if (!Process.IsRunning || clock.Elapsed > StartLimit)
                throw new LocalServiceException($"The Redis stand-in (garnet-server) did not start; see {Process.Command.LogFile}.");
            await Task.Delay(50, cancellation);
        }
    }
}
