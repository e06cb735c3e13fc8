using System.Text;
using Npgsql;
using Orleans.TestingHost;
using TaskList.Contracts;
using TaskList.Contracts.Lists;
using TaskList.Grains.Lists;
using Xunit;

namespace TaskList.Grains.Tests.Lists;

/// <summary>A task on its way from one list to another, and a silo that dies at any step of it. Another silo on the same log, which does not know the first, goes on.</summary>
public sealed class TransferDriverFacts(TestPostgres server) : IAsyncLifetime
{
    static readonly Guid Owner = Guid.NewGuid();

    readonly StoppedOffers _death = new();
    NpgsqlDataSource _postgres = null!;
    InProcessTestCluster _dying = null!;
    InProcessTestCluster _next = null!;

    public async ValueTask InitializeAsync()
    {
        _postgres = NpgsqlDataSource.Create(await server.CreateDatabase());
        _dying = await ListSilo.Deploy(_postgres, silo => silo.AddOutgoingGrainCallFilter(_death));
        _next = await ListSilo.Deploy(_postgres);
    }

    public async ValueTask DisposeAsync()
    {
        await _dying.DisposeAsync();
        await _next.DisposeAsync();
        await _postgres.DisposeAsync();
    }

    IListGrain Here(Guid listId) => _dying.Client.GetGrain<IListGrain>(listId);

    IListGrain There(Guid listId) => _next.Client.GetGrain<IListGrain>(listId);

    async Task Do(IListGrain list, object command)
    {
        var answer = await list.Execute(Owner, ListCluster.Command(command), null);
        Assert.True(answer.Accepted, answer.Code);
    }

    /// <summary>Two lists, each with a section of its own id; the first with one labelled task.</summary>
    async Task<(Guid Source, Guid Target, Guid Task)> Two()
    {
        var (source, target, taskId) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        foreach (var listId in new[] { source, target })
        {
            Assert.True((await Here(listId).Create(Owner, "List", [])).Ok);
            await Do(Here(listId), new { commandId = Guid.NewGuid(), type = "addSection", sectionId = listId, name = "Section" });
        }

        await Do(Here(source), new { commandId = Guid.NewGuid(), type = "addTask", taskId, sectionId = source, title = "Traveller" });
        await Do(Here(source), new { commandId = Guid.NewGuid(), type = "defineLabel", labelId = taskId, name = "bug", color = "red" });
        await Do(Here(source), new { commandId = Guid.NewGuid(), type = "addLabel", taskId, labelId = taskId });
        return (source, target, taskId);
    }

    static object Transfer(Guid taskId, Guid toListId, Guid toSectionId) => new { commandId = Guid.NewGuid(), type = "transferTask", taskId, toListId, toSectionId };

    async Task<List<ListEvent>> Events(Guid listId) =>
        [.. (await new ListLog(_postgres).Range(listId, 0, long.MaxValue, 1_000, int.MaxValue)).SelectMany(row => ListJson.ReadChange(row.Change).Events)];

    async Task<T> Event<T>(Guid listId)
        where T : ListEvent
    {
        for (var tries = 0; ; tries++)
        {
            if ((await Events(listId)).OfType<T>().FirstOrDefault() is { } found) return found;
            Assert.True(tries < 1_200, $"There is no {typeof(T).Name}.");
            await Task.Delay(50);
        }
    }

    static async Task Until(Func<bool> come)
    {
        for (var tries = 0; !come(); tries++)
        {
            Assert.True(tries < 3_000, "It never came.");
            await Task.Delay(20);
        }
    }

    static async Task<bool> Shows(IListGrain list, Guid taskId) =>
        Encoding.UTF8.GetString((await list.Snapshot(Owner, null)).Value!.Snapshot!.Value.Utf8.Span).Contains($"\"taskId\":\"{taskId}\"", StringComparison.Ordinal);

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task TaskArrivesExactlyOnceWhereverTheSiloDies(bool beforeTheOffer, bool afterTheAnswer)
    {
        var (source, target, taskId) = await Two();
        (_death.BeforeTheOffer, _death.AfterTheAnswer) = (beforeTheOffer, afterTheAnswer);
        await Do(Here(source), Transfer(taskId, target, target));
        if (beforeTheOffer || afterTheAnswer)
        {
            await Until(() => _death.Deaths >= 2);
            var frozen = await Here(source).Execute(Owner, ListCluster.Command(new { commandId = Guid.NewGuid(), type = "editTask", taskId, title = "Changed" }), null);
            Assert.Equal((Codes.TaskInTransfer, true), (frozen.Code, frozen.Undecided));
            Assert.Empty((await Events(source)).OfType<TaskTransferred>());

            // Somebody asks another silo for the list: waking up is enough.
            Assert.True((await There(source).Snapshot(Owner, null)).Ok);
        }

        await Event<TaskTransferred>(source);
        (_death.BeforeTheOffer, _death.AfterTheAnswer) = (false, false);

        // The one that died, back to life, finds nothing left to do.
        await Do(There(target), new { commandId = Guid.NewGuid(), type = "renameList", name = "Beside" });
        var command = new { commandId = Guid.NewGuid(), type = "renameList", name = "Later" };
        await Do(Here(source), command);
        while (await Here(source).IsInTransit(taskId, Guid.Empty)) await Task.Delay(20);
        await Task.Delay(300);

        Assert.Single((await Events(source)).OfType<TaskTransferStarted>());
        Assert.Single((await Events(source)).OfType<TaskTransferred>());
        Assert.Empty((await Events(source)).OfType<TaskTransferCancelled>());
        var received = Assert.Single((await Events(target)).OfType<TaskReceived>());
        Assert.Equal("Traveller", received.Task.Title);
        Assert.Equal("bug", Assert.Single((await Events(target)).OfType<LabelDefined>()).Name);
        Assert.False(await Shows(There(source), taskId));
        Assert.True(await Shows(There(target), taskId));
    }

    [Fact]
    public async Task RefusalOfTheOtherListStandsAndThawsTheTask()
    {
        var (source, target, taskId) = await Two();
        _death.AfterTheAnswer = true;
        await Do(Here(source), Transfer(taskId, target, Guid.NewGuid()));
        await Until(() => _death.Deaths >= 1);
        _death.AfterTheAnswer = false;
        Assert.Equal(Codes.SectionNotFound, (await Event<TaskTransferCancelled>(source)).Code);
        Assert.True(await Shows(There(source), taskId));
        Assert.False(await Shows(There(target), taskId));
        await Do(There(source), new { commandId = Guid.NewGuid(), type = "editTask", taskId, title = "Free again" });
    }

    /// <summary>Nothing begins, so nothing has to be remembered by a list that has no log.</summary>
    [Fact]
    public async Task NothingBeginsTowardsAListThatIsNotThereOrNotTheirs()
    {
        var (source, target, taskId) = await Two();
        Assert.Equal((Codes.ListNotFound, false), await Refused(source, Owner, Transfer(taskId, Guid.NewGuid(), Guid.NewGuid())));

        var guest = Guid.NewGuid();
        Assert.True((await Here(source).AddMember(guest, Role.Editor, Guid.NewGuid())).Accepted);
        Assert.Equal((Codes.ListNotFound, false), await Refused(source, guest, Transfer(taskId, target, target)));
        Assert.True((await Here(target).AddMember(guest, Role.Commenter, Guid.NewGuid())).Accepted);
        Assert.Equal((Codes.NotAllowed, false), await Refused(source, guest, Transfer(taskId, target, target)));

        Assert.Equal((Codes.InvalidField, false), await Refused(source, Owner, Transfer(taskId, source, source)));
        Assert.Empty((await Events(source)).OfType<TaskTransferStarted>());
    }

    /// <summary>A deleted list still has its log: what it answered stands there, whatever becomes of it.</summary>
    [Fact]
    public async Task ListThatIsDeletedMeanwhileRefusesOnceAndForEver()
    {
        var (source, target, taskId) = await Two();
        _death.BeforeTheOffer = true;
        var command = Transfer(taskId, target, target);
        await Do(Here(source), command);
        await Do(Here(target), new { commandId = Guid.NewGuid(), type = "deleteList" });
        await Until(() => _death.Deaths >= 1);
        _death.BeforeTheOffer = false;
        Assert.Equal(Codes.ListNotFound, (await Event<TaskTransferCancelled>(source)).Code);

        // The command says what it said; the same offer by another activation gets the same answer, the list being back or not.
        var log = await new ListLog(_postgres).Range(target, 0, long.MaxValue, 100, int.MaxValue);
        Assert.Empty(ListJson.ReadChange(log[^1].Change).Events);
        await Do(There(target), new { commandId = Guid.NewGuid(), type = "restoreList" });
        var started = await Event<TaskTransferStarted>(source);
        var offer = new TransferOffer(source, started.TransferId, target, default, new Board().AnyPicture(taskId), []);
        var again = await There(target).Receive(Owner, new RawJson(ListJson.Write(offer)));
        Assert.Equal((true, log[^1].Version), (again.Accepted, again.Version));
        Assert.Empty((await Events(target)).OfType<TaskReceived>());
        await Do(There(source), command);
        await Do(There(source), new { commandId = Guid.NewGuid(), type = "editTask", taskId, title = "Free again" });
    }

    [Fact]
    public async Task QuarantinedListKeepsTheTaskFrozenOnlyUntilItIsMended()
    {
        var (source, target, taskId) = await Two();
        _death.BeforeTheOffer = true;
        await Do(Here(source), Transfer(taskId, target, target));
        var second = Guid.NewGuid();
        await Do(Here(source), new { commandId = Guid.NewGuid(), type = "addTask", taskId = second, sectionId = source, title = "Second" });
        await Damage("change || ' '");
        _death.BeforeTheOffer = false;

        // Nothing new begins towards it; what has begun waits.
        Assert.Equal((Codes.ListQuarantined, true), await Refused(source, Owner, Transfer(second, target, target)));
        await Until(() => _death.Answers >= 2);
        Assert.Equal((Codes.TaskInTransfer, true), await Refused(source, Owner, new { commandId = Guid.NewGuid(), type = "deleteTask", taskId }));

        await Damage("substring(change FOR octet_length(change) - 1)");
        await Event<TaskTransferred>(source);
        Assert.Single((await Events(target)).OfType<TaskReceived>());
        await Do(Here(source), Transfer(second, target, target));

        async Task Damage(string change)
        {
            await using (var edit = _postgres.CreateCommand($"UPDATE list_log SET change = {change} WHERE list_id = $1 AND version = 2"))
            {
                edit.Parameters.Add(new() { Value = target });
                Assert.Equal(1, await edit.ExecuteNonQueryAsync());
            }

            await _dying.DeactivateAsync(Here(target));
        }
    }

    async Task<(string? Code, bool Undecided)> Refused(Guid listId, Guid actor, object command)
    {
        var answer = await Here(listId).Execute(actor, ListCluster.Command(command), null);
        return (answer.Code, answer.Undecided);
    }
}
