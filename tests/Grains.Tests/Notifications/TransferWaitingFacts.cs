using Npgsql;
using Orleans.TestingHost;
using TaskList.Contracts.Lists;
using TaskList.Contracts.Notifications;
using TaskList.Grains.Lists;
using TaskList.Grains.Notifications;
using TaskList.Grains.Tests.Lists;
using Xunit;

namespace TaskList.Grains.Tests.Notifications;

/// <summary>A task is on its way to a list that is quarantined before it can answer. Real lists and a real damaged log; only the inbox is a note of who was told.</summary>
public sealed class TransferWaitingFacts(TestPostgres server) : IAsyncLifetime
{
    static readonly Guid Mover = new("aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa");
    static readonly Guid Other = new("bbbbbbbb-bbbb-bbbb-bbbb-bbbbbbbbbbbb");

    readonly StoppedOffers _offers = new();
    readonly HastyTime _time = new();
    readonly List<UserEvent> _published = [];
    readonly Guid _source = Guid.NewGuid();
    readonly Guid _target = Guid.NewGuid();
    readonly Guid _taskId = Guid.NewGuid();
    NpgsqlDataSource _postgres = null!;
    InProcessTestCluster _cluster = null!;
    FakeGrains _inboxes = null!;
    TransfersConsumer _consumer = null!;

    public async ValueTask InitializeAsync()
    {
        _postgres = NpgsqlDataSource.Create(await server.CreateDatabase());
        _cluster = await ListSilo.Deploy(_postgres, silo => silo.AddOutgoingGrainCallFilter(_offers));
        (var factory, _inboxes) = FakeGrains.New();
        _inboxes.Lists = List;
        _consumer = new TransfersConsumer(
            factory,
            happened =>
            {
                _published.Add(happened);
                return Task.CompletedTask;
            },
            _time);
    }

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        await _postgres.DisposeAsync();
    }

    [Fact]
    public async Task WhoeverMovesATaskIsToldOnceThatItWaitsForAQuarantinedList()
    {
        var started = await StartTowardsADamagedList();

        // A silo's death takes a while, too, so nobody is told yet, and the follower comes back. The clock goes back, so that this is early however slow the machine is.
        _time.PutForward(TimeSpan.FromHours(-1));
        await Assert.ThrowsAsync<TimeoutException>(() => _consumer.Consume(started, CancellationToken.None));
        Assert.Empty(_inboxes.Calls);

        _time.PutForward(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(31));
        for (var again = 0; again < 2; again++) await Assert.ThrowsAsync<TimeoutException>(() => _consumer.Consume(started, CancellationToken.None));
        Assert.Equal(["a Notify TransferWaiting Traveller"], _inboxes.Calls);
        var told = Assert.Single(_published);
        Assert.Equal((Mover, _source, (Guid?)_taskId), (told.UserId, told.Notification!.ListId, told.Notification.TaskId));

        // Mended, it ends, and the follower goes on.
        await Damage("substring(change FOR octet_length(change) - 1)");
        for (var tries = 0; await List(_source).IsInTransit(_taskId, TransferOf(started)); tries++)
        {
            Assert.True(tries < 1_200, "The transfer does not end.");
            await Task.Delay(50);
        }

        await _consumer.Consume(started, CancellationToken.None);
        Assert.Single(_inboxes.Calls);
    }

    /// <summary>The target gives its word, and is damaged before the offer goes out.</summary>
    async Task<LoggedChange> StartTowardsADamagedList()
    {
        foreach (var listId in new[] { _source, _target })
        {
            Assert.True((await List(listId).Create(Mover, "List", [])).Ok);
            await Do(listId, new { commandId = Guid.NewGuid(), type = "addSection", sectionId = listId, name = "Section" });
            Assert.True((await List(listId).AddMember(Other, Role.Editor, Guid.NewGuid())).Accepted);
        }

        await Do(_source, new { commandId = Guid.NewGuid(), type = "addTask", taskId = _taskId, sectionId = _source, title = "Traveller" });
        _offers.BeforeTheOffer = true;
        await Do(_source, new { commandId = Guid.NewGuid(), type = "transferTask", taskId = _taskId, toListId = _target, toSectionId = _target });
        await Damage("change || ' '");
        _offers.BeforeTheOffer = false;
        var row = (await new ListLog(_postgres).Range(_source, 0, long.MaxValue, 100, int.MaxValue))[^1];
        return new LoggedChange(default, _source, row.Version, row.At, row.Change);
    }

    async Task Damage(string change)
    {
        await using (var edit = _postgres.CreateCommand($"UPDATE list_log SET change = {change} WHERE list_id = $1 AND version = 2"))
        {
            edit.Parameters.Add(new() { Value = _target });
            Assert.Equal(1, await edit.ExecuteNonQueryAsync());
        }

        await _cluster.DeactivateAsync(List(_target));
    }

    async Task Do(Guid listId, object command)
    {
        var answer = await List(listId).Execute(Mover, ListCluster.Command(command), null);
        Assert.True(answer.Accepted, answer.Code);
    }

    static Guid TransferOf(LoggedChange started) => ListJson.ReadChange(started.Utf8.Span).Events.OfType<TaskTransferStarted>().Single().TransferId;

    IListGrain List(Guid listId) => _cluster.Client.GetGrain<IListGrain>(listId);

    /// <summary>A clock that can be put forward and whose waits are short.</summary>
    sealed class HastyTime : TimeProvider
    {
        TimeSpan _shift;

        public void PutForward(TimeSpan by) => _shift += by;

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _shift;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => base.CreateTimer(callback, state, dueTime / 50, period);
    }
}
