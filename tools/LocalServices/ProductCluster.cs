namespace TaskList.LocalServices;

/// <summary>The product as several processes on this machine, with the database and the Redis that they need.</summary>
public sealed class ProductCluster : IAsyncDisposable
{
    readonly Stack<IAsyncDisposable> _services = new();
    readonly ProductClusterOptions _options;

    ProductHostFactory _factory = null!;

    ProductCluster(ProductClusterOptions options) => _options = options;

    /// <summary>All processes, silos first.</summary>
    public IReadOnlyList<ProductHost> Hosts { get; private set; } = [];

    /// <summary>Those that hold grains.</summary>
    public IEnumerable<ProductHost> Silos => Hosts.Where(host => host.Role is not HostRole.Gateway);

    /// <summary>Those that serve browsers.</summary>
    public IEnumerable<ProductHost> Gateways => Hosts.Where(host => host.Role is not HostRole.Silo);

    /// <summary>The embedded database; null where a connection string was given.</summary>
    public EmbeddedPostgres? Postgres { get; private set; }

    /// <summary>The embedded Redis stand-in, if any.</summary>
    public GarnetServer? Garnet { get; private set; }

    /// <summary>The database that all use.</summary>
    public string PostgresConnectionString => _options.Postgres ?? Postgres!.ConnectionString;

    /// <summary>A process by its name.</summary>
    public ProductHost this[string name] => Hosts.Single(host => host.Name == name);

    /// <summary>One more silo, not started and not among <see cref="Hosts"/>; whoever asks for it disposes of it.</summary>
    public ProductHost CreateSilo(string name) => _factory.Create(name, HostRole.Silo, FreePort.Next());

    /// <summary>Starts everything and returns when every process is ready; on failure nothing is left running.</summary>
    public static async Task<ProductCluster> StartAsync(ProductClusterOptions options, CancellationToken cancellation = default)
    {
        var cluster = new ProductCluster(options with { Folder = Path.GetFullPath(options.Folder) });
        try
        {
            await cluster.StartServicesAsync(cancellation);
            await cluster.StartHostsAsync(cancellation);
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops gateways, then silos, then what they stood on.</summary>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(Hosts.Where(host => host.Role is HostRole.Gateway).Select(host => host.DisposeAsync().AsTask()));
        await Task.WhenAll(Hosts.Where(host => host.Role is not HostRole.Gateway).Select(host => host.DisposeAsync().AsTask()));
        while (_services.TryPop(out var service))
            await service.DisposeAsync();
    }

    async Task StartServicesAsync(CancellationToken cancellation)
    {
        var logs = Directory.CreateDirectory(Path.Combine(_options.Folder, "logs")).FullName;
        if (_options.Postgres is null)
        {
            _options.Progress("Starting PostgreSQL");
            Postgres = await EmbeddedPostgres.StartAsync(Path.Combine(_options.Folder, "postgres"), Path.Combine(logs, "postgres.log"));
            _services.Push(Postgres);
        }

        cancellation.ThrowIfCancellationRequested();
        if (_options.Redis is null && _options.Silos + _options.Gateways > 0)
        {
            _options.Progress("Starting Garnet");
            Garnet = await GarnetServer.StartAsync(logs, cancellation);
            _services.Push(Garnet);
        }

        var redis = _options.Redis ?? Garnet?.ConnectionString;
        _factory = new ProductHostFactory(_options, PostgresConnectionString, redis);
        Hosts = [.. _factory.CreateAll()];
    }

    // The first one makes the schema and the secrets; the others need not race for them.
    async Task StartHostsAsync(CancellationToken cancellation)
    {
        _options.Progress($"Starting {Hosts[0].Name}");
        await Hosts[0].StartAsync(cancellation);
        if (Hosts.Count == 1)
            return;
        _options.Progress($"Starting {string.Join(", ", Hosts.Skip(1).Select(host => host.Name))}");
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var starts = Hosts.Skip(1).Select(host => host.StartAsync(giveUp.Token)).ToList();
        await foreach (var start in Task.WhenEach(starts).WithCancellation(cancellation))
        {
            // One that fails fails the cluster; waiting for the others would only hide it.
            if (!start.IsCompletedSuccessfully)
                await giveUp.CancelAsync();
            await start;
        }
    }
}
