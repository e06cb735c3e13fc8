using System.Text;
using System.Text.Json;
using Npgsql;
using TaskList.LocalServices;

namespace TaskList.Bench;

/// <summary>A server that the product is held against, as a process of its own.</summary>
sealed class OtherServer : IAsyncDisposable
{
    static readonly TimeSpan ReadyLimit = TimeSpan.FromSeconds(30);

    readonly ChildProcess _process;

    OtherServer(ChildProcess process, int port) => (_process, Url) = (process, $"http://127.0.0.1:{port}");

    public string Url { get; }

    public int Pid => _process.Pid;

    public static Task<OtherServer> StartRaw(string folder)
    {
        var port = FreePort.Next();
        var environment = new Dictionary<string, string?> { ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}" };
        return Start("dotnet", BenchBinaries.Of("RawSignalR"), environment, port, Path.Combine(folder, "logs", "raw.log"));
    }

    /// <param name="postgres">Where each edit is one UPDATE; null: nowhere.</param>
    public static Task<OtherServer> StartSocketIo(string folder, string name, string? postgres)
    {
        var port = FreePort.Next();
        var environment = new Dictionary<string, string?> { ["PEER_PORT"] = $"{port}", ["NODE_ENV"] = "production" };
        if (postgres is not null)
        {
            var connection = new NpgsqlConnectionStringBuilder(postgres);
            environment["PEER_POSTGRES"] = JsonSerializer.Serialize(new { host = connection.Host, user = connection.Username, database = connection.Database });
        }

        return Start("node", Path.Combine(BenchBinaries.Folder, "peers", "server.js"), environment, port, Path.Combine(folder, "logs", $"socket-io-{name}.log"));
    }

    /// <summary>Gives a Socket.IO server the product's picture of a list.</summary>
    public async Task Seed(byte[] snapshot)
    {
        using var http = new HttpClient();
        using var content = new StringContent(Encoding.UTF8.GetString(snapshot), Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync(new Uri(Url), content);
        answer.EnsureSuccessStatusCode();
    }

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    static async Task<OtherServer> Start(string program, string file, Dictionary<string, string?> environment, int port, string log)
    {
        var process = ChildProcess.Start(new ChildCommand(program, [file], environment, log) { EndWithParent = true });
        var server = new OtherServer(process, port);
        if (await HealthProbe.WaitAsync($"{server.Url}/health/ready", ReadyLimit, process.Exited)) return server;
        await process.DisposeAsync();
        throw new LocalServiceException($"{Path.GetFileName(file)} did not start: {(File.Exists(log) ? File.ReadAllText(log) : "")}");
    }
}
