using TaskList.Contracts;
using TaskList.Contracts.Lists;
using Xunit;

namespace TaskList.Grains.Tests.Lists;

/// <summary>The same id is the same command for ever, by any path.</summary>
public sealed class CommandIdFacts(ListCluster cluster) : IClassFixture<ListCluster>
{
    static readonly Guid Owner = Guid.NewGuid();

    [Fact]
    public async Task RepeatedCommandGetsItsFirstAnswerAndWritesNothing()
    {
        var listId = await cluster.NewList(Owner);
        var command = ListCluster.AddTask(listId, Guid.NewGuid(), Guid.NewGuid());
        var first = await cluster.List(listId).Execute(Owner, command, null);
        var again = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => cluster.List(listId).Execute(Owner, command, null)));
        Assert.All(again, answer => Assert.Equal(first.Version, answer.Version));
        Assert.Equal(3, (await cluster.Log(listId)).Count);
    }

    [Fact]
    public async Task IdThatMemoryHasForgottenIsStillKnownToTheLog()
    {
        var listId = await cluster.NewList(Owner);

        // Only the log can tell that the second of these is a repeat: by the rules it would be one more change.
        var rename = ListCluster.Command(new { commandId = Guid.NewGuid(), type = "renameList", name = "First" });
        var first = await cluster.List(listId).Execute(Owner, rename, null);
        await cluster.List(listId).Execute(Owner, ListCluster.Command(new { commandId = Guid.NewGuid(), type = "renameList", name = "Second" }), null);

        // Enough changes for a snapshot, and more than an activation reads back behind it.
        for (var i = 0; i < 2; i++)
        {
            RawJson[] many = [.. Enumerable.Range(0, 400).Select(_ => ListCluster.AddTask(listId, Guid.NewGuid(), Guid.NewGuid()))];
            Assert.All(await cluster.List(listId).ExecuteBatch(Owner, many), answer => Assert.True(answer.Accepted));
        }

        await cluster.First.DeactivateAsync(cluster.List(listId));
        var beside = cluster.List(listId).Execute(Owner, ListCluster.AddTask(listId, Guid.NewGuid(), Guid.NewGuid()), null);
        var again = await cluster.List(listId).Execute(Owner, rename, null);
        Assert.Equal(first.Version, again.Version);
        Assert.True((await beside).Accepted);
        Assert.Equal(805, (await cluster.Log(listId)).Count);
    }

    [Fact]
    public async Task RepeatIsAnsweredEvenWhereTheCommandWouldNowBeRefused()
    {
        var listId = await cluster.NewList(Owner);
        var taskId = Guid.NewGuid();
        await cluster.List(listId).Execute(Owner, ListCluster.AddTask(listId, Guid.NewGuid(), taskId), null);
        var complete = ListCluster.Command(new { commandId = Guid.NewGuid(), type = "completeTask", taskId });
        var first = await cluster.List(listId).Execute(Owner, complete, null);
        await cluster.List(listId).Execute(Owner, ListCluster.Command(new { commandId = Guid.NewGuid(), type = "deleteTask", taskId }), null);
        await cluster.First.DeactivateAsync(cluster.List(listId));
        Assert.Equal(first.Version, (await cluster.List(listId).Execute(Owner, complete, null)).Version);
    }

    [Fact]
    public async Task IdWithOtherContentIsRefused()
    {
        var listId = await cluster.NewList(Owner);
        var commandId = Guid.NewGuid();
        await cluster.List(listId).Execute(Owner, ListCluster.AddTask(listId, commandId, Guid.NewGuid()), null);
        var other = await cluster.List(listId).Execute(Owner, ListCluster.AddTask(listId, commandId, Guid.NewGuid()), null);
        Assert.Equal((false, Codes.CommandIdReused, null), (other.Accepted, other.Code, other.RetryAfterMs));
        Assert.Equal(3, (await cluster.Log(listId)).Count);
    }

    [Fact]
    public async Task FormerMemberGetsTheAnswerToAnOwnCommandAndAStrangerLearnsNothing()
    {
        var (listId, member) = (await cluster.NewList(Owner), Guid.NewGuid());
        await cluster.List(listId).AddMember(member, Role.Editor, Guid.NewGuid());
        var command = ListCluster.AddTask(listId, Guid.NewGuid(), Guid.NewGuid());
        var first = await cluster.List(listId).Execute(member, command, null);
        await cluster.List(listId).Execute(Owner, ListCluster.Command(new { commandId = Guid.NewGuid(), type = "removeMember", userId = member }), null);

        Assert.Equal(first.Version, (await cluster.List(listId).Execute(member, command, null)).Version);
        Assert.Equal(Codes.ListNotFound, (await cluster.List(listId).Execute(Guid.NewGuid(), command, null)).Code);
        Assert.Equal(Codes.ListNotFound, (await cluster.List(listId).Execute(member, ListCluster.AddTask(listId, Guid.NewGuid(), Guid.NewGuid()), null)).Code);
    }

    [Fact]
    public async Task CreatingAListIsRepeatableForItsOwnerOnly()
    {
        var listId = Guid.NewGuid();
        Assert.Equal(1, (await cluster.List(listId).Create(Owner, "Mine", ["a"])).Value!.Version);
        Assert.Equal(1, (await cluster.List(listId).Create(Owner, "Mine", ["a"])).Value!.Version);
        Assert.Equal(Codes.ListIdTaken, (await cluster.List(listId).Create(Owner, "Other", [])).Refusal!.Code);
        Assert.Equal(Codes.ListIdTaken, (await cluster.List(listId).Create(Guid.NewGuid(), "Mine", ["a"])).Refusal!.Code);
    }

    [Fact]
    public async Task OfTwoWhoInsistOnTheSameVersionOneIsTakenAndItsRepeatAnswered()
    {
        var listId = await cluster.NewList(Owner);
        var read = (await cluster.List(listId).Snapshot(Owner, null)).Value!;
        var tag = new ListTag(read.HistoryId, read.Version);
        RawJson[] commands = [.. Enumerable.Range(0, 2).Select(i => ListCluster.Command(new { commandId = Guid.NewGuid(), type = "renameList", name = $"n{i}" }))];

        var answers = await Task.WhenAll(commands.Select(command => cluster.List(listId).Execute(Owner, command, tag)));
        var (taken, refused) = (Assert.Single(answers, answer => answer.Accepted), Assert.Single(answers, answer => !answer.Accepted));
        Assert.Equal((read.Version + 1, Codes.VersionMismatch, false), (taken.Version, refused.Code, refused.Undecided));

        var again = await cluster.List(listId).Execute(Owner, commands[Array.IndexOf(answers, taken)], tag);
        Assert.Equal((true, taken.Version), (again.Accepted, again.Version));
        Assert.Equal(Codes.VersionMismatch, (await cluster.List(listId).Execute(Owner, commands[Array.IndexOf(answers, refused)], tag with { HistoryId = Guid.NewGuid(), Version = read.Version + 1 })).Code);
    }

    [Fact]
    public async Task ClashOnAFieldIsAcceptedReportedAndRemembered()
    {
        var (listId, taskId, other) = (await cluster.NewList(Owner), Guid.NewGuid(), Guid.NewGuid());
        await cluster.List(listId).AddMember(other, Role.Editor, Guid.NewGuid());
        var seen = (await cluster.List(listId).Execute(Owner, ListCluster.AddTask(listId, Guid.NewGuid(), taskId), null)).Version;
        await cluster.List(listId).Execute(other, ListCluster.Command(new { commandId = Guid.NewGuid(), type = "editTask", taskId, title = "Theirs" }), null);

        var mine = ListCluster.Command(new { commandId = Guid.NewGuid(), type = "editTask", taskId, title = "Mine", baseVersion = seen });
        var first = await cluster.List(listId).Execute(Owner, mine, null);
        Assert.Equal($$"""[{"field":"title","theirs":"Theirs","byActorId":"{{other}}","atVersion":{{seen + 1}}}]""", System.Text.Encoding.UTF8.GetString(first.Conflicts!.Value.Utf8.Span));

        await cluster.First.DeactivateAsync(cluster.List(listId));
        var again = await cluster.List(listId).Execute(Owner, mine, null);
        Assert.True(again.Conflicts!.Value.Utf8.Span.SequenceEqual(first.Conflicts!.Value.Utf8.Span));
    }
}
