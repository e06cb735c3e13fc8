using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Orleans.TestingHost;
using TaskList.Contracts.Lists;
using Xunit;

namespace TaskList.Grains.Tests.Lists;

/// <summary>A gateway that has gone without a word, or whose farewell was lost: its place among a list's gateways ends by itself.</summary>
public sealed class LeaseFacts(TestPostgres server) : IAsyncLifetime
{
    static readonly Guid Owner = Guid.NewGuid();
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    readonly ShiftedTime _time = new();
    NpgsqlDataSource _postgres = null!;
    InProcessTestCluster _cluster = null!;

    public async ValueTask InitializeAsync()
    {
        _postgres = NpgsqlDataSource.Create(await server.CreateDatabase());
        _cluster = await ListSilo.Deploy(_postgres, silo => silo.Services.AddSingleton<TimeProvider>(_time));
    }

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        await _postgres.DisposeAsync();
    }

    [Fact]
    public async Task GatewayThatDoesNotRenewIsSentNothingMore()
    {
        var listId = Guid.NewGuid();
        var list = _cluster.Client.GetGrain<IListGrain>(listId);
        Assert.True((await list.Create(Owner, "List", [])).Ok);
        var (renews, forgets) = (new RecordingGateway(), new RecordingGateway());
        var renewing = _cluster.Client.CreateObjectReference<IGatewayObserver>(renews);
        await list.Subscribe(renewing, null);
        await list.Subscribe(_cluster.Client.CreateObjectReference<IGatewayObserver>(forgets), null);
        Assert.Equal(2, (await list.Gateways()).Length);

        _time.PutForward(TimeSpan.FromMinutes(2));
        await list.Subscribe(renewing, null);
        await Rename(list, "before");
        Assert.Equal(2, (await renews.Next(Patience)).Version);
        Assert.Equal(2, (await forgets.Next(Patience)).Version);

        _time.PutForward(TimeSpan.FromMinutes(2));
        await Rename(list, "after");
        Assert.Equal(3, (await renews.Next(Patience)).Version);
        Assert.Equal([renewing], await list.Gateways());
        Assert.False(forgets.HasMore);
        GC.KeepAlive(renews);
        GC.KeepAlive(forgets);
    }

    static async Task Rename(IListGrain list, string name) =>
        Assert.True((await list.Execute(Owner, ListCluster.Command(new { commandId = Guid.NewGuid(), type = "renameList", name }), null)).Accepted);
}
