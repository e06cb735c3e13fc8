using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Orleans.TestingHost;
using TaskList.Contracts;
using TaskList.Contracts.Lists;
using TaskList.Grains.Lists;
using Xunit;

namespace TaskList.Grains.Tests.Lists;

/// <summary>Postgres goes away while a change is on its way to it: the list's state holds what may never come into the log, and cannot be read anew.</summary>
public sealed class TornStateFacts(TestPostgres server) : IAsyncLifetime
{
    static readonly Guid Owner = Guid.NewGuid();

    PostgresProxy _proxy = null!;
    NpgsqlDataSource _through = null!;
    InProcessTestCluster _cluster = null!;

    public async ValueTask InitializeAsync()
    {
        _proxy = new PostgresProxy(await server.CreateDatabase());
        _through = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(_proxy.ConnectionString) { Timeout = 5, NoResetOnClose = true }.ConnectionString);
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddSingleton(_through);
            silo.Services.AddLists();
        });
        _cluster = builder.Build();
        await _cluster.DeployAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _proxy.Thaw();
        await _cluster.DisposeAsync();
        await _through.DisposeAsync();
        await _proxy.DisposeAsync();
    }

    /// <summary>Asked before it is known that the change is lost, answered after.</summary>
    [Fact]
    public async Task NobodyIsShownWhatWasNeverCommitted()
    {
        var list = _cluster.Client.GetGrain<IListGrain>(Guid.NewGuid());
        Assert.True((await list.Create(Owner, "Before", [])).Ok);

        _proxy.Freeze();
        var rename = list.Execute(Owner, ListCluster.Command(new { commandId = Guid.NewGuid(), type = "renameList", name = "After" }), null);
        var picture = list.Snapshot(Owner, null);
        var opened = list.Open(Owner, new OpenRequest(list.GetPrimaryKey()));
        var described = list.Describe(null);

        Assert.True((await rename).Undecided);
        Assert.Equal(Codes.Unavailable, (await picture).Refusal?.Code);
        Assert.Equal(Codes.Unavailable, (await opened).Refusal?.Code);
        await Assert.ThrowsAsync<TimeoutException>(() => described);
    }
}
