using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Orleans.TestingHost;
using TaskList.Contracts.Lists;
using TaskList.Grains.Lists;
using TaskList.Grains.Notifications;
using TaskList.Grains.Search;
using TaskList.LocalServices;
using TaskList.Silo;
using Xunit;

namespace TaskList.Grains.Tests.Lists;

/// <summary>What may be a few seconds old comes from a real standby, and from the primary when that is behind or gone.</summary>
public sealed class ReplicaFacts : IAsyncLifetime
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly Guid _owner = Guid.NewGuid();
    readonly Guid _listId = Guid.NewGuid();
    readonly ShiftedTime _time = new();
    PostgresPair _pair = null!;
    NpgsqlDataSource _primary = null!;
    NpgsqlDataSource _standby = null!;
    InProcessTestCluster _cluster = null!;
    Replica _replica = null!;

    IListGrain List => _cluster.Client.GetGrain<IListGrain>(_listId);

    public async ValueTask InitializeAsync()
    {
        _pair = await PostgresPair.StartTemporaryAsync(synchronous: false);
        SchemaMigrations.Apply(_pair.Primary.ConnectionString);
        _primary = NpgsqlDataSource.Create(_pair.ConnectionString);
        _standby = NpgsqlDataSource.Create(_pair.Standby!.ConnectionString + ";Application Name=replica");
        _replica = new Replica(_primary, [_standby], _time, NullLogger<Replica>.Instance);
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddSingleton(_primary);
            silo.Services.AddSingleton(_replica);
            silo.Services.AddLists();
        });
        _cluster = builder.Build();
        await _cluster.DeployAsync();

        Assert.True((await List.Create(_owner, "Was", [])).Ok);
        await Execute(new { commandId = Guid.NewGuid(), type = "renameList", name = "Is" });
    }

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        await _primary.DisposeAsync();
        await _standby.DisposeAsync();
        await _pair.DisposeAsync();
    }

    [Fact]
    public async Task TheStandbyAnswersWhileItIsNearAndThePrimaryWhatItLacks()
    {
        await _pair.CaughtUpAsync();
        await Until(() => _replica.IsGood);
        Assert.Contains("\"Was\"", await NameAt(1), StringComparison.Ordinal);
        Assert.Contains("list_log", await QueriesOnTheStandby(), StringComparison.Ordinal);

        await _pair.HoldBackAsync();
        await Execute(new { commandId = Guid.NewGuid(), type = "renameList", name = "Will be" });
        Assert.Contains("\"Will be\"", await NameAt(3), StringComparison.Ordinal);
        var changes = await List.Changes(_owner, new ChangesRequest(_listId, 0) { FromReplica = true });
        Assert.Equal(3, changes.Value!.Changes.Length);

        _time.PutForward(TimeSpan.FromSeconds(10));
        await Until(() => !_replica.IsGood);
        await _pair.LetFollowAsync();
        await Until(() => _replica.IsGood);

        await _pair.Standby!.KillAsync();
        Assert.Contains("\"Was\"", await NameAt(1), StringComparison.Ordinal);
        await Until(() => !_replica.IsGood);
    }

    [Fact]
    public async Task OfSeveralTheFirstThatIsNearIsAsked()
    {
        // A server is as near to itself as can be.
        await using var farther = NpgsqlDataSource.Create(_pair.Standby!.ConnectionString);
        await using var nearer = NpgsqlDataSource.Create(_pair.ConnectionString);
        using var both = new Replica(_primary, [farther, nearer], _time, NullLogger<Replica>.Instance);
        await _pair.CaughtUpAsync();
        await both.StartAsync(CancellationToken.None);
        await Asks(farther);

        await _pair.HoldBackAsync();
        await Execute(new { commandId = Guid.NewGuid(), type = "renameList", name = "Will be" });
        _time.PutForward(TimeSpan.FromSeconds(10));
        await Asks(nearer);
        await both.StopAsync(CancellationToken.None);

        Task Asks(NpgsqlDataSource expected) => Until(() => both.TryRead(Task.FromResult) is { IsCompletedSuccessfully: true, Result: var asked } && asked == expected);
    }

    [Fact]
    public async Task WhoeverIsRemovedFindsNothingAtOnceEvenWhereTheStandbyDoesNotKnow()
    {
        var member = Guid.NewGuid();
        Assert.True((await List.AddMember(member, Role.Editor, Guid.NewGuid())).Accepted);
        await Execute(new { commandId = Guid.NewGuid(), type = "addSection", sectionId = _listId, name = "Section" });
        await Execute(new { commandId = Guid.NewGuid(), type = "addTask", taskId = Guid.NewGuid(), sectionId = _listId, title = "Milk" });
        await Index();
        await _pair.CaughtUpAsync();
        await Until(() => _replica.IsGood);
        var queries = new SearchQueries(_primary, _replica);
        Assert.Single(await queries.Find(member, SearchText.Parse("milk"), 10, null));

        await _pair.HoldBackAsync();
        await Execute(new { commandId = Guid.NewGuid(), type = "removeMember", userId = member });

        Assert.Empty(await queries.Find(member, SearchText.Parse("milk"), 10, null));
        Assert.Single(await queries.Find(_owner, SearchText.Parse("milk"), 10, null));
    }

    async Task Execute(object command) => Assert.True((await List.Execute(_owner, ListCluster.Command(command), null)).Accepted);

    async Task<string> NameAt(long version)
    {
        var answer = await List.SnapshotAt(_owner, new PastPoint(version, null), null);
        return Encoding.UTF8.GetString(answer.Value!.Snapshot!.Value.Utf8.Span);
    }

    async Task Index()
    {
        var log = new ListLog(_primary);
        var head = (await log.Range(_listId, 0, long.MaxValue, 100, int.MaxValue))[^1];
        var consumer = new SearchConsumer(new ListHeads(log, new Milestones(_primary)), new SearchTables(_primary), NullLogger<SearchConsumer>.Instance);
        await consumer.Consume(new LoggedChange(new LogCursor(1, 1), _listId, head.Version, head.At, head.Change), CancellationToken.None);
    }

    /// <summary>Each idle connection still shows what it was last asked.</summary>
    async Task<string> QueriesOnTheStandby()
    {
        await using var asker = NpgsqlDataSource.Create(_pair.Standby!.ConnectionString + ";Pooling=false");
        await using var ask = asker.CreateCommand("SELECT coalesce(string_agg(query, ';'), '') FROM pg_stat_activity WHERE application_name = 'replica'");
        return (string)(await ask.ExecuteScalarAsync())!;
    }

    static async Task Until(Func<bool> holds)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!holds()) await Task.Delay(50, limit.Token);
    }
}
