using Npgsql;
using Orleans.Configuration;
using Orleans.TestingHost;
using TaskList.Contracts.Lists;
using TaskList.Grains.Lists;
using Xunit;

namespace TaskList.Grains.Tests.Lists;

/// <summary>What nobody looks at does not stay in memory.</summary>
public sealed class IdleListFacts(TestPostgres server) : IAsyncLifetime
{
    static readonly Guid Owner = Guid.NewGuid();

    NpgsqlDataSource _postgres = null!;
    InProcessTestCluster _cluster = null!;

    public async ValueTask InitializeAsync()
    {
        _postgres = NpgsqlDataSource.Create(await server.CreateDatabase());
        _cluster = await ListSilo.Deploy(_postgres, silo =>
        {
            silo.Configure<GrainCollectionOptions>(options => options.CollectionQuantum = TimeSpan.FromSeconds(1));
            silo.LetIdleListsGo(TimeSpan.FromSeconds(2));
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        await _postgres.DisposeAsync();
    }

    async Task<int> InMemory()
    {
        var statistics = await _cluster.Client.GetGrain<IManagementGrain>(0).GetSimpleGrainStatistics();
        return statistics.Where(grain => grain.GrainType.Contains(nameof(ListGrain), StringComparison.Ordinal)).Sum(grain => grain.ActivationCount);
    }

    [Fact]
    public async Task IdleListLeavesMemoryAndIsThereAgainWhenAsked()
    {
        var list = _cluster.Client.GetGrain<IListGrain>(Guid.NewGuid());
        Assert.True((await list.Create(Owner, "List", [])).Ok);
        Assert.Equal(1, await InMemory());
        for (var tries = 0; await InMemory() > 0; tries++)
        {
            Assert.True(tries < 150, "The list is still in memory.");
            await Task.Delay(100);
        }

        Assert.Equal(1, (await list.Snapshot(Owner, null)).Value!.Version);
    }
}
