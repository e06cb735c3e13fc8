using TaskList.LocalServices;
using Xunit;

namespace TaskList.Product.Tests;

/// <summary>One silo and two gateways as real processes, shared by the facts of the live channel. A fact that kills a gateway starts it again.</summary>
public sealed class GatewayPair : IAsyncLifetime
{
    readonly string _folder = Directory.CreateTempSubdirectory("tasklist-pair-").FullName;
    ProductCluster _cluster = null!;

    internal ProductHost First => _cluster["gateway-1"];

    internal ProductHost Second => _cluster["gateway-2"];

    internal ProductHost Silo => _cluster["silo-1"];

    internal string Postgres => _cluster.PostgresConnectionString;

    internal string LogFolder => Path.Combine(_folder, "logs");

    public async ValueTask InitializeAsync() => _cluster = await ProductCluster.StartAsync(new ProductClusterOptions
    {
        Folder = _folder,
        Silos = 1,
        Gateways = 2,
        Settings = new Dictionary<string, string?> { ["Limits"] = "off" },
    });

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}

[CollectionDefinition(Name)]
public sealed class GatewayPairs : ICollectionFixture<GatewayPair>
{
    public const string Name = "gateway pair";
}
