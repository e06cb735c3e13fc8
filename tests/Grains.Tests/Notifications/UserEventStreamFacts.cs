using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Orleans.Streams;
using Orleans.TestingHost;
using TaskList.Contracts;
using TaskList.Contracts.Notifications;
using TaskList.Grains.Notifications;
using TaskList.Silo;
using Xunit;

namespace TaskList.Grains.Tests.Notifications;

/// <summary>From a follower on a silo to a gateway in another process, and to one that shares the silo's, with subscriptions kept in Postgres.</summary>
public sealed class UserEventStreamFacts(TestPostgres server) : IAsyncLifetime
{
    NpgsqlDataSource _postgres = null!;
    InProcessTestCluster _cluster = null!;

    public async ValueTask InitializeAsync()
    {
        _postgres = NpgsqlDataSource.Create(await server.CreateDatabase());
        var builder = new InProcessTestClusterBuilder(2);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.AddFollowers(new ConfigurationBuilder().Build());
            silo.Services.AddSingleton(_postgres);
            silo.AddPostgresGrainStorage();
        });
        builder.ConfigureClient(client => client.AddMemoryStreams(ClusterNames.UserEventStreams));
        _cluster = builder.Build();
        await _cluster.DeployAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        await _postgres.DisposeAsync();
    }

    [Fact]
    public async Task AGatewayReceivesWhatASiloPublishes()
    {
        var userId = Guid.NewGuid();
        var outside = await Subscribe(_cluster.Client, userId);
        var inside = await Subscribe(SiloServices(0).GetRequiredService<IClusterClient>(), userId);

        await SiloServices(1).GetRequiredService<UserEventPublisher>().Publish(new UserEvent(userId, null));

        var limit = TimeSpan.FromSeconds(10);
        Assert.Equal(userId, (await outside.Task.WaitAsync(limit)).UserId);
        Assert.Equal(userId, (await inside.Task.WaitAsync(limit)).UserId);
    }

    [Fact]
    public async Task SubscriptionsAreReadBackFromPostgres()
    {
        var userId = Guid.NewGuid();
        await Subscribe(_cluster.Client, userId);
        await _cluster.Client.GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero);

        Assert.Single(await Stream(_cluster.Client, userId).GetAllSubscriptionHandles());
        var second = await Subscribe(_cluster.Client, userId);
        await SiloServices(0).GetRequiredService<UserEventPublisher>().Publish(new UserEvent(userId, null));
        Assert.Equal(userId, (await second.Task.WaitAsync(TimeSpan.FromSeconds(10))).UserId);
    }

    IServiceProvider SiloServices(int index) => _cluster.GetSiloServiceProvider(_cluster.Silos[index].SiloAddress);

    static async Task<TaskCompletionSource<UserEvent>> Subscribe(IClusterClient gateway, Guid userId)
    {
        var received = new TaskCompletionSource<UserEvent>(TaskCreationOptions.RunContinuationsAsynchronously);
        await Stream(gateway, userId).SubscribeAsync((happened, _) =>
        {
            received.TrySetResult(happened);
            return Task.CompletedTask;
        });
        return received;
    }

    static IAsyncStream<UserEvent> Stream(IClusterClient gateway, Guid userId) =>
        gateway.GetStreamProvider(ClusterNames.UserEventStreams)
            .GetStream<UserEvent>(StreamId.Create(ClusterNames.UserEventNamespace, ClusterNames.UserEventPartition(userId)));
}
