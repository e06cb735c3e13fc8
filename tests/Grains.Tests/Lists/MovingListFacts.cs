using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Orleans.TestingHost;
using TaskList.Contracts.Lists;
using TaskList.Grains.Lists;
using Xunit;

namespace TaskList.Grains.Tests.Lists;

/// <summary>Two silos; lists go from one to the other while they are in use.</summary>
public sealed class MovingListFacts(TestPostgres server) : IAsyncLifetime
{
    static readonly Guid Owner = Guid.NewGuid();
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>A read takes less than a hundredth of it; on a machine that is slower than that the test only sends some commands too early.</summary>
    static readonly TimeSpan Silence = TimeSpan.FromMilliseconds(300);

    NpgsqlDataSource _postgres = null!;
    InProcessTestCluster _cluster = null!;

    public async ValueTask InitializeAsync()
    {
        _postgres = NpgsqlDataSource.Create(await server.CreateDatabase());
        var builder = new InProcessTestClusterBuilder(2);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddSingleton(_postgres);
            silo.Services.AddLists();
            silo.Services.AddListMoves();
            silo.PlaceLists();
        });
        _cluster = builder.Build();
        await _cluster.DeployAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        await _postgres.DisposeAsync();
    }

    IServiceProvider[] Silos => [.. _cluster.Silos.Select(silo => _cluster.GetSiloServiceProvider(silo.SiloAddress))];

    IServiceProvider Holder(IListGrain list) => Silos.Single(silo => Local(silo).Any(held => held.Id == list.GetGrainId()));

    static IReadOnlyCollection<LocalList> Local(IServiceProvider silo) => silo.GetRequiredService<LocalLists>().All;

    [Fact]
    public async Task GatewayHearsOfTheNextChangeWithoutAskingAnew()
    {
        var list = _cluster.Client.GetGrain<IListGrain>(Guid.NewGuid());
        Assert.True((await list.Create(Owner, "List", [])).Ok);
        var gateway = new RecordingGateway();
        await list.Subscribe(_cluster.Client.CreateObjectReference<IGatewayObserver>(gateway), null);

        var before = Holder(list);
        await before.HandOverLists(new CancellationTokenSource(Patience).Token);
        var after = Holder(list);
        Assert.NotSame(before, after);

        var renamed = await list.Execute(Owner, ListCluster.Command(new { commandId = Guid.NewGuid(), type = "renameList", name = "Moved" }), null);
        Assert.Equal(2, renamed.Version);
        Assert.Equal(2, (await gateway.Next(Patience)).Version);
        GC.KeepAlive(gateway);
    }

    [Fact]
    public async Task ListsWakeUpWhereTheyAreAskedForWhileThereIsRoom()
    {
        var asked = Silos[0].GetRequiredService<IGrainFactory>();
        for (var i = 0; i < 12; i++) Assert.True((await asked.GetGrain<IListGrain>(Guid.NewGuid()).Create(Owner, "List", [])).Ok);
        Assert.Equal(12, Local(Silos[0]).Count);

        for (var i = 0; i < 60; i++) Assert.True((await asked.GetGrain<IListGrain>(Guid.NewGuid()).Create(Owner, "List", [])).Ok);
        Assert.InRange(Local(Silos[1]).Count, 24, 36);
    }

    /// <summary>The log is held shut, so that every command waits when its list begins to move, and half of them come after that.</summary>
    [Fact]
    public async Task CommandsThatWaitWhileTheirListMovesAreAllAnsweredAndCountOnce()
    {
        const int Each = 25;
        for (var i = 0; i < 8; i++) Assert.True((await _cluster.Client.GetGrain<IListGrain>(Guid.NewGuid()).Create(Owner, "List", [])).Ok);
        var leaving = Silos.MaxBy(silo => Local(silo).Count)!;
        IListGrain[] lists = [.. Local(leaving).Select(list => _cluster.Client.GetGrain<IListGrain>(list.Id.GetGuidKey()))];
        Assert.NotEmpty(lists);

        await using var keeper = await _postgres.OpenConnectionAsync();
        await using var shut = await keeper.BeginTransactionAsync();
        await using (var hold = new NpgsqlCommand("LOCK TABLE list_log IN EXCLUSIVE MODE", keeper)) await hold.ExecuteNonQueryAsync();
        List<(IListGrain List, Guid CommandId, Task<CommandAnswer> Answer)> calls = [.. lists.SelectMany(list => Rename(list, Each))];
        var move = leaving.HandOverLists(new CancellationTokenSource(Patience).Token);
        await Task.WhenAll(lists.Select(TakesNoMoreCalls));
        calls.AddRange(lists.SelectMany(list => Rename(list, Each)));
        Assert.All(calls, call => Assert.False(call.Answer.IsCompleted));
        await shut.RollbackAsync();
        await move;

        Assert.All(await Task.WhenAll(calls.Select(call => call.Answer)).WaitAsync(Patience), answer => Assert.True(answer.Accepted, answer.Code));
        Assert.Empty(Local(leaving));
        foreach (var list in lists)
        {
            var rows = await new ListLog(_postgres).Range(list.GetPrimaryKey(), 1, long.MaxValue, 100_000, int.MaxValue);
            Assert.Equal(Enumerable.Range(2, 2 * Each).Select(version => (long)version), rows.Select(row => row.Version));
            var answered = calls.Where(call => call.List.Equals(list)).OrderBy(call => call.Answer.Result.Version);
            Assert.Equal(answered.Select(call => call.CommandId), rows.Select(row => row.CommandId));
        }
    }

    [Fact]
    public async Task ListsThatAreWrittenToMoveWithoutLosingOrDoublingACommand()
    {
        IListGrain[] lists = [.. Enumerable.Range(0, 8).Select(_ => _cluster.Client.GetGrain<IListGrain>(Guid.NewGuid()))];
        foreach (var list in lists) Assert.True((await list.Create(Owner, "List", [])).Ok);

        var writers = lists.Select(list => Task.Run(async () =>
        {
            for (var i = 0; i < 200; i++)
            {
                var answer = await list.Execute(Owner, ListCluster.Command(new { commandId = Guid.NewGuid(), type = "renameList", name = $"Name {i}" }), null);
                Assert.Equal(i + 2, answer.Version);
            }
        })).ToArray();
        for (var round = 0; round < 6; round++) await Silos[round % 2].HandOverLists(new CancellationTokenSource(Patience).Token);
        await Task.WhenAll(writers);

        Assert.DoesNotContain(Local(Silos[1]), list => Local(Silos[0]).Any(other => other.Id == list.Id));
    }

    /// <summary>A list that is about to move answers nobody any more, not even a read that needs no log: it waits for the commits that it has begun.</summary>
    static async Task TakesNoMoreCalls(IListGrain list)
    {
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Patience;)
        {
            var read = list.CheckRole(Owner, Role.Viewer);
            if (await Task.WhenAny(read, Task.Delay(Silence)) != read) return;
        }

        Assert.Fail("It did not begin to move.");
    }

    /// <summary>Sent at once, none of them waited for.</summary>
    static IEnumerable<(IListGrain List, Guid CommandId, Task<CommandAnswer> Answer)> Rename(IListGrain list, int times) => Enumerable.Range(0, times).Select(i =>
    {
        var commandId = Guid.NewGuid();
        return (list, commandId, list.Execute(Owner, ListCluster.Command(new { commandId, type = "renameList", name = $"Name {i}" }), null));
    });
}
