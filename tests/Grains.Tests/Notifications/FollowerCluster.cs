using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Orleans.TestingHost;
using TaskList.Grains.Notifications;
using Xunit;

namespace TaskList.Grains.Tests.Notifications;

/// <summary>A silo whose followers hand everything to a <see cref="RecordingConsumer"/>, on a database of its own.</summary>
public sealed class FollowerCluster(TestPostgres server) : IAsyncLifetime
{
    internal RecordingConsumer Consumer { get; } = new();

    internal NpgsqlDataSource Postgres { get; private set; } = null!;

    internal InProcessTestCluster Cluster { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Postgres = NpgsqlDataSource.Create(await server.CreateDatabase());
        Cluster = await Start(Postgres, Consumer);
    }

    internal static async Task<InProcessTestCluster> Start(NpgsqlDataSource postgres, RecordingConsumer consumer, TimeSpan? retryPause = null)
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddFollowers(new ConfigurationBuilder().Build());
            silo.AddMemoryGrainStorage("PubSubStore");
            silo.Services.AddSingleton(postgres);
            silo.Services.AddSingleton(new FollowerConsumers([RecordingConsumer.Name]));
            silo.Services.AddKeyedSingleton<IChangeConsumer>(RecordingConsumer.Name, consumer);
            silo.Services.Configure<FollowerSettings>(o =>
            {
                (o.ShortPause, o.LongPause) = (TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(50));
                (o.FirstRetryPause, o.LongestRetryPause, o.Tries) = (retryPause ?? TimeSpan.FromMilliseconds(5), retryPause ?? TimeSpan.FromMilliseconds(20), 4);
            });
        });
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return cluster;
    }

    public async ValueTask DisposeAsync()
    {
        await Cluster.DisposeAsync();
        await Postgres.DisposeAsync();
    }
}
