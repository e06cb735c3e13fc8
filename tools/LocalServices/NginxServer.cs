using System.Globalization;

namespace TaskList.LocalServices;

/// <summary>A real nginx with the configuration of <c>ops/nginx</c>: only its ports, its hosts and its folders are those of this machine.</summary>
public sealed class NginxServer : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    readonly ChildProcess _process;
    readonly DirectoryInfo _folder;

    NginxServer(ChildProcess process, DirectoryInfo folder, int port) => (_process, _folder, Url) = (process, folder, string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));

    /// <summary>Null where it is not installed.</summary>
    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Append("/usr/sbin")
        .Select(folder => Path.Combine(folder, "nginx"))
        .FirstOrDefault(File.Exists);

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string Url { get; }

    /// <summary>One line a request.</summary>
    public string AccessLog => Path.Combine(_folder.FullName, "access.log");

    /// <summary>What it complains of.</summary>
    public string ErrorLog => Path.Combine(_folder.FullName, "nginx.log");

    /// <summary>Starts it before two gateways, named as <c>host:port</c>. One that is down is stepped over.</summary>
    public static Task<NginxServer> StartAsync(string gateway, string otherGateway) =>
        StartAsync("compose.conf", [("gateway-1:8080", gateway), ("gateway-2:8080", otherGateway)]);

    /// <summary>Starts it with what of <c>ops/nginx</c> says where gateways are.</summary>
    /// <param name="gateways">One of the files there.</param>
    /// <param name="replacements">What to write in place of what both files say, on the machine of a test.</param>
    public static async Task<NginxServer> StartAsync(string gateways, (string Shipped, string Here)[] replacements)
    {
        var folder = Directory.CreateTempSubdirectory("tasklist-nginx-");
        var port = FreePort.Next();
        var configuration = Path.Combine(folder.FullName, "nginx.conf");
        (string Shipped, string Here)[] own =
        [
            (" /tmp/", $" {folder}/"),
            ("listen 8080", string.Create(CultureInfo.InvariantCulture, $"listen 127.0.0.1:{port}")),
            ("/dev/stdout", $"{folder}/access.log"),
            // Debian 12's nginx is 1.22: it looks names up once, when it starts, and knows no seats of its own.
            (" resolve ", " "),
            ("sticky cookie tasklist_seat path=/hubs/ httponly samesite=lax;", "ip_hash;"),
        ];
        await CopyAsync("nginx.conf", configuration, [.. own, .. replacements]);
        await CopyAsync(gateways, Path.Combine(folder.FullName, "gateways.conf"), [.. own, .. replacements]);
        string[] arguments = ["-c", configuration, "-g", Environment.IsPrivilegedProcess ? "daemon off; user root;" : "daemon off;"];
        var log = Path.Combine(folder.FullName, "nginx.log");
        var nginx = new NginxServer(ChildProcess.Start(new ChildCommand(Program!, arguments, new Dictionary<string, string?>(), log) { EndWithParent = true }), folder, port);
        if (await HealthProbe.WaitAsync($"{nginx.Url}/health/live", Patience, nginx._process.Exited))
            return nginx;
        var said = await File.ReadAllTextAsync(log);
        await nginx.DisposeAsync();
        throw new LocalServiceException($"nginx did not answer: {said}");
    }

    static async Task CopyAsync(string name, string target, (string Shipped, string Here)[] replacements)
    {
        var shipped = await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, "ops", "nginx", name));
        await File.WriteAllTextAsync(target, replacements.Aggregate(shipped, (text, one) => text.Replace(one.Shipped, one.Here, StringComparison.Ordinal)));
    }

    /// <summary>Stops it; then it has written all that it had to say.</summary>
    public Task StopAsync() => _process.StopAsync(TimeSpan.FromSeconds(10));

    /// <summary>Stops it and leaves nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _process.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
