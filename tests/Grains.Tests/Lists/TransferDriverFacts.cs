using System.Text;
using Microsoft.Extensions.DependencyInjection;
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
        _dying = await Deploy(silo => silo.AddOutgoingGrainCallFilter(_death));
        _next = await Deploy(_ => { });
    }

    async Task<InProcessTestCluster> Deploy(Action<ISiloBuilder> more)
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddSingleton(_postgres);
            silo.Services.AddLists();
            more(silo);
        });
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return cluster;
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
            Assert.True(tries < 200, $"There is no {typeof(T).Name}.");
            await Task.Delay(50);
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
            while (_death.Deaths < 2) await Task.Delay(20);
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
        while (_death.Deaths < 1) await Task.Delay(20);
        _death.AfterTheAnswer = false;
        Assert.Equal(Codes.SectionNotFound, (await Event<TaskTransferCancelled>(source)).Code);
        Assert.True(await Shows(There(source), taskId));
        Assert.False(await Shows(There(target), taskId));
        await Do(There(source), new { commandId = Guid.NewGuid(), type = "editTask", taskId, title = "Free again" });
    }

    [Fact]
    public async Task ListThatDoesNotExistTakesNothing()
    {
        var (source, _, taskId) = await Two();
        await Do(Here(source), Transfer(taskId, Guid.NewGuid(), Guid.NewGuid()));
        Assert.Equal(Codes.ListNotFound, (await Event<TaskTransferCancelled>(source)).Code);
    }
}
