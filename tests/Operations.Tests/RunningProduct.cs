using TaskList.LocalServices;
using Xunit;

namespace TaskList.Operations.Tests;

/// <summary>The real product as one process on a real Postgres, with the logs that a container would write.</summary>
public sealed class RunningProduct : IAsyncLifetime
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tasklist-operations-");
    ProductCluster? _cluster;

    public ProductHost Host => _cluster!.Hosts.Single();

    public HttpClient Http { get; private set; } = new();

    /// <summary>Everything the process has written.</summary>
    public string LogFile => Host.Command.LogFile;

    public async ValueTask InitializeAsync()
    {
        _cluster = await ProductCluster.StartAsync(new ProductClusterOptions
        {
            Folder = _folder.FullName,
            Silos = 0,
            Gateways = 0,
            Settings = new Dictionary<string, string?> { ["Log:Format"] = "json" },
        });
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(Host.Url) };
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (_cluster is not null) await _cluster.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
