using Npgsql;
using Orleans.TestingHost;
using TaskList.Contracts;
using TaskList.Contracts.Lists;
using Xunit;

namespace TaskList.Grains.Tests.Lists;

/// <summary>Postgres is not there. Nobody is told anything final.</summary>
public sealed class UnreachableLogFacts : IAsyncLifetime
{
    readonly NpgsqlDataSource _nowhere = NpgsqlDataSource.Create("Host=/nowhere;Username=nobody;Timeout=1");
    readonly Guid _actor = Guid.NewGuid();
    InProcessTestCluster _cluster = null!;

    IListGrain List => _cluster.Client.GetGrain<IListGrain>(Guid.NewGuid());

    public async ValueTask InitializeAsync()
    {
        _cluster = await ListSilo.Deploy(_nowhere);
    }

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        await _nowhere.DisposeAsync();
    }

    [Fact]
    public async Task CommandIsUndecided()
    {
        var answer = await List.Execute(_actor, ListCluster.Command(new { commandId = Guid.NewGuid(), type = "leaveList" }), null);
        Assert.Equal(Codes.Unavailable, answer.Code);
        Assert.True(answer.Undecided);
    }

    [Fact]
    public async Task ReadIsUndecided()
    {
        var opened = await List.Open(_actor, new OpenRequest(Guid.NewGuid()));
        Assert.Equal(Codes.Unavailable, opened.Refusal!.Code);
        Assert.NotNull(opened.Refusal.RetryAfterMs);
    }

    [Fact]
    public Task FollowerIsNotToldThatThereIsNoSuchList() => Assert.ThrowsAsync<TimeoutException>(() => List.Describe(null));
}
