using TaskList.Contracts;
using TaskList.Contracts.Lists;
using TaskList.Grains.Lists;
using Xunit;

namespace TaskList.Grains.Tests.Lists;

/// <summary>Two activations of one list: the database alone decides.</summary>
public sealed class FenceFacts(ListCluster cluster) : IClassFixture<ListCluster>
{
    static readonly Guid Owner = Guid.NewGuid();

    [Fact]
    public async Task TwoActivationsOfOneListWriteOneLog()
    {
        var listId = await cluster.NewList(Owner);
        IListGrain[] both = [cluster.List(listId), cluster.SameListElsewhere(listId)];
        HashSet<Guid> acknowledged = [];

        await Task.WhenAll(Enumerable.Range(0, 8).Select(async writer =>
        {
            for (var i = 0; i < 40; i++)
            {
                var commandId = Guid.NewGuid();
                var command = ListCluster.AddTask(listId, commandId, Guid.NewGuid());

                // As a client does: undecided means send it again with the same id.
                CommandAnswer answer;
                var tries = 0;
                do answer = await both[(writer + tries) % 2].Execute(Owner, command, null);
                while (answer.Undecided && ++tries < 50);
                Assert.True(answer.Accepted);
                lock (acknowledged) acknowledged.Add(commandId);
            }
        }));

        var log = await cluster.Log(listId);
        Assert.Equal(2 + 320, log.Count);
        Assert.Superset(acknowledged, log.Select(row => row.CommandId).ToHashSet());
    }

    [Fact]
    public async Task ActivationThatIsBehindReadsTheLogBeforeItAnswersSomebodyWhoIsAhead()
    {
        var listId = await cluster.NewList(Owner);
        var here = (await cluster.List(listId).Open(Owner, new OpenRequest(listId))).Value!;
        for (var i = 0; i < 3; i++) await cluster.SameListElsewhere(listId).Execute(Owner, ListCluster.AddTask(listId, Guid.NewGuid(), Guid.NewGuid()), null);

        var answer = (await cluster.List(listId).Open(Owner, new OpenRequest(listId, here.HistoryId, here.Version + 3))).Value!;
        Assert.Equal(here.Version + 3, answer.Version);
        Assert.Empty(answer.Changes!);
    }

    [Fact]
    public async Task RowsThatWouldLeaveAGapAreNotTaken()
    {
        var listId = await cluster.NewList(Owner);
        await using var connection = await cluster.Postgres.OpenConnectionAsync();
        Assert.Empty(await AppendStatement.Run(connection, [new ListBatch(listId, [RowAt(4)])]));
        Assert.Equal([listId], await AppendStatement.Run(connection, [new ListBatch(listId, [RowAt(3), RowAt(4)])]));

        LogRow RowAt(long version) =>
            LogRow.Next(LogRow.ChainStart, new ListChange(listId, version, Guid.NewGuid(), Owner, DateTime.UtcNow, []), new byte[32], null);
    }

    [Fact]
    public async Task RowEditedByHandBreaksTheChain()
    {
        var listId = await cluster.NewList(Owner);
        await cluster.List(listId).Execute(Owner, ListCluster.AddTask(listId, Guid.NewGuid(), Guid.NewGuid()), null);
        await using var edit = cluster.Postgres.CreateCommand("UPDATE list_log SET change = change || ' '::bytea WHERE list_id = $1 AND version = 2");
        edit.Parameters.Add(new() { Value = listId });
        await edit.ExecuteNonQueryAsync();
        await Assert.ThrowsAsync<Xunit.Sdk.EqualException>(() => cluster.Log(listId));
    }

    [Fact]
    public async Task ReadShowsWhatAnotherActivationHasAccepted()
    {
        var listId = await cluster.NewList(Owner);
        var behind = cluster.SameListElsewhere(listId);
        Assert.Equal(2, (await behind.Snapshot(Owner, null)).Value!.Version);

        await cluster.List(listId).Execute(Owner, ListCluster.AddTask(listId, Guid.NewGuid(), Guid.NewGuid()), null);
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => behind.Snapshot(Owner, null))), read => Assert.Equal(3, read.Value!.Version));

        await cluster.List(listId).Execute(Owner, ListCluster.AddTask(listId, Guid.NewGuid(), Guid.NewGuid()), null);
        Assert.Equal(4, (await behind.CompressedSnapshot(Owner, null)).Value!.Version);

        await cluster.List(listId).Execute(Owner, ListCluster.AddTask(listId, Guid.NewGuid(), Guid.NewGuid()), null);
        Assert.Single((await behind.Changes(Owner, new ChangesRequest(listId, 4))).Value!.Changes);
    }

    /// <summary>Another activation has written meanwhile: what this one does not know yet it may not refuse for good.</summary>
    [Fact]
    public async Task RefusalIsDecidedOnTheLogAndNotOnAnOldPicture()
    {
        var (listId, taskId, member) = (await cluster.NewList(Owner), Guid.NewGuid(), Guid.NewGuid());
        var behind = cluster.SameListElsewhere(listId);
        Assert.Equal(2, (await behind.Snapshot(Owner, null)).Value!.Version);

        Assert.Equal(3, (await cluster.List(listId).Execute(Owner, ListCluster.AddTask(listId, Guid.NewGuid(), taskId), null)).Version);
        Assert.Equal(4, (await behind.Execute(Owner, Title(taskId), null)).Version);

        await cluster.List(listId).AddMember(member, Role.Editor, Guid.NewGuid());
        Assert.Equal(6, (await behind.Execute(member, Title(taskId), null)).Version);

        // Nor may it call somebody a stranger, or without the right, who is not any more.
        var viewer = Guid.NewGuid();
        await cluster.List(listId).AddMember(viewer, Role.Viewer, Guid.NewGuid());
        Assert.True((await behind.Snapshot(viewer, null)).Ok);
        await cluster.List(listId).AddMember(viewer, Role.Editor, Guid.NewGuid());
        Assert.True((await behind.CheckRole(viewer, Role.Editor)).Ok);

        var undone = await cluster.List(listId).Execute(Owner, Title(taskId), null);
        Assert.Equal(10, (await behind.Execute(Owner, ListCluster.Command(new { commandId = Guid.NewGuid(), type = "undo", version = undone.Version }), null)).Version);

        static RawJson Title(Guid taskId) => ListCluster.Command(new { commandId = Guid.NewGuid(), type = "editTask", taskId, title = $"Title {Guid.NewGuid()}" });
    }
}
