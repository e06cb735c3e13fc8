using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using TaskList.LocalServices;

namespace TaskList.Operations.Tests;

/// <summary>The nginx of ops/nginx/nginx.conf, with ports of this machine, before a gateway that only remembers what reached it.</summary>
sealed class NginxInFront : IAsyncDisposable
{
    readonly WebApplication _gateway;
    readonly ChildProcess _nginx;
    readonly DirectoryInfo _folder;

    NginxInFront(WebApplication gateway, ChildProcess nginx, DirectoryInfo folder, int port)
    {
        (_gateway, _nginx, _folder) = (gateway, nginx, folder);
        Http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromSeconds(10) };
    }

    /// <summary>Null where nginx is not installed.</summary>
    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Append("/usr/sbin")
        .Select(folder => Path.Combine(folder, "nginx"))
        .FirstOrDefault(File.Exists);

    public HttpClient Http { get; }

    public string AccessLog => Path.Combine(_folder.FullName, "access.log");

    public string ErrorLog => Path.Combine(_folder.FullName, "nginx.log");

    public static async Task<NginxInFront> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        var gateway = builder.Build();
        gateway.UseWebSockets();
        gateway.Run(answer);
        await gateway.StartAsync();

        var folder = Directory.CreateTempSubdirectory("tasklist-nginx-");
        var port = FreePort.Next();
        var configuration = Path.Combine(folder.FullName, "nginx.conf");
        await File.WriteAllTextAsync(configuration, Adapted(folder.FullName, port, new Uri(gateway.Urls.Single()).Authority));
        var command = new ChildCommand(Program!, ["-c", configuration, "-g", Globals()], new Dictionary<string, string?>(), Path.Combine(folder.FullName, "nginx.log")) { EndWithParent = true };
        var front = new NginxInFront(gateway, ChildProcess.Start(command), folder, port);
        await front.AnswersAsync();
        return front;
    }

    public Task StopGatewayAsync() => _gateway.StopAsync();

    /// <summary>Stops nginx, which then has written all it had to say.</summary>
    public Task StopAsync() => _nginx.StopAsync(TimeSpan.FromSeconds(10));

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _nginx.DisposeAsync();
        await _gateway.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    // The second gateway is one that is down, as in the middle of any roll-out.
    static string Adapted(string folder, int port, string gateway) => File.ReadAllText(Path.Combine(RepositoryRoot.Path, "ops", "nginx", "nginx.conf"))
        .Replace(" /tmp/", $" {folder}/", StringComparison.Ordinal)
        .Replace("gateway-1:8080", gateway, StringComparison.Ordinal)
        .Replace("gateway-2:8080", string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{FreePort.Next()}"), StringComparison.Ordinal)
        .Replace("listen 8080", string.Create(CultureInfo.InvariantCulture, $"listen 127.0.0.1:{port}"), StringComparison.Ordinal)
        .Replace("/dev/stdout", $"{folder}/access.log", StringComparison.Ordinal);

    static string Globals() => Environment.UserName == "root" ? "daemon off; user root;" : "daemon off;";

    async Task AnswersAsync()
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            try
            {
                using var answer = await Http.GetAsync("/health/live");
                return;
            }
            catch (HttpRequestException)
            {
                // Its port is not open yet.
                if (!_nginx.IsRunning) break;
                await Task.Delay(50);
            }
        }

        throw new InvalidOperationException($"nginx did not answer: {await File.ReadAllTextAsync(ErrorLog)}");
    }
}
