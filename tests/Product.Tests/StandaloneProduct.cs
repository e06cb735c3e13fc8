using TaskList.LocalServices;
using Xunit;

namespace TaskList.Product.Tests;

/// <summary>The product as one real process on a Postgres of its own, without rate limits.</summary>
public sealed class StandaloneProduct : IAsyncLifetime
{
    readonly string _folder = Directory.CreateTempSubdirectory("tasklist-product-").FullName;

    internal ProductCluster Cluster { get; private set; } = null!;

    internal ProductHost Host => Cluster.Hosts[0];

    internal string LogFolder => Path.Combine(_folder, "logs");

    public async ValueTask InitializeAsync() => Cluster = await ProductCluster.StartAsync(new ProductClusterOptions
    {
        Folder = _folder,
        Silos = 0,
        Gateways = 0,
        Settings = new Dictionary<string, string?> { ["Limits"] = "off", ["Webhooks:AllowPrivateAddresses"] = "true" },
    });

    public async ValueTask DisposeAsync()
    {
        await Cluster.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
