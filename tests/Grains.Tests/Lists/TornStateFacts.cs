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

    const int MostReads = 60;

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

    /// <summary>Asked before it is known that the change is lost, and while it is; whoever is answered before the change came sees the list without it.</summary>
    [Fact]
    public async Task NobodyIsShownWhatWasNeverCommitted()
    {
        var list = _cluster.Client.GetGrain<IListGrain>(Guid.NewGuid());
        Assert.True((await list.Create(Owner, "Before", [])).Ok);

        _proxy.Freeze();
        var rename = list.Execute(Owner, ListCluster.Command(new { commandId = Guid.NewGuid(), type = "renameList", name = "After" }), null);
        List<Task> reads = [];
        for (var i = 0; i < MostReads && !rename.IsCompleted; i++)
        {
            reads.AddRange([Look(list), Open(list), Describe(list)]);
            await Task.Delay(100);
        }

        Assert.True((await rename).Undecided);
        await Task.WhenAll(reads);
    }

    static async Task Look(IListGrain list)
    {
        var answer = await list.Snapshot(Owner, null);
        Assert.True(answer.Ok ? answer.Value.Version == 1 : answer.Refusal.Code == Codes.Unavailable);
    }

    static async Task Open(IListGrain list)
    {
        var answer = await list.Open(Owner, new OpenRequest(list.GetPrimaryKey()));
        Assert.True(answer.Ok ? answer.Value.Version == 1 : answer.Refusal.Code == Codes.Unavailable);
    }

    static async Task Describe(IListGrain list)
    {
        try
        {
            Assert.Equal("Before", (await list.Describe(null))?.Name);
        }
        catch (TimeoutException)
        {
            // "Come back later" is the other honest answer.
        }
    }
}
