using System.Text.Json;
using TaskList.Contracts.Lists;
using Xunit;

namespace TaskList.Grains.Tests.Lists;

/// <summary>Who did what, and what it wrote over.</summary>
public sealed class HistoryFacts(ListCluster cluster) : IClassFixture<ListCluster>
{
    static readonly Guid Owner = Guid.NewGuid();

    async Task<JsonElement> Page(Guid listId, long? before = null, int limit = 50, Guid? taskId = null)
    {
        var read = await cluster.List(listId).History(Owner, new HistoryRequest(before, limit, taskId));
        return JsonDocument.Parse(read.Value!.Page.Utf8).RootElement;
    }

    async Task Do(Guid listId, object command) => Assert.True((await cluster.List(listId).Execute(Owner, ListCluster.Command(command), null)).Accepted);

    static long[] Versions(JsonElement page) => [.. page.GetProperty("entries").EnumerateArray().Select(entry => entry.GetProperty("version").GetInt64())];

    [Fact]
    public async Task PagesGoBackToTheFirstChangeWithoutGaps()
    {
        var listId = await cluster.NewList(Owner);
        for (var i = 0; i < 8; i++) await Do(listId, new { commandId = Guid.NewGuid(), type = "renameList", name = $"n{i}" });
        List<long> seen = [];
        for (long? before = null; ;)
        {
            var page = await Page(listId, before, limit: 3);
            seen.AddRange(Versions(page));
            if (!page.TryGetProperty("nextBefore", out var next)) break;
            before = next.GetInt64();
        }

        Assert.Equal(Enumerable.Range(1, 10).Select(v => (long)v).Reverse(), seen);
        var first = (await Page(listId, limit: 1)).GetProperty("entries")[0];
        Assert.Equal("n6", first.GetProperty("before")[0].GetProperty("name").GetString());
        Assert.Equal("listRenamed", first.GetProperty("events")[0].GetProperty("type").GetString());
        Assert.Equal(Owner, first.GetProperty("actorId").GetGuid());
    }

    /// <summary>An undo reads the past before it is decided; what comes after it in a batch must not overtake it meanwhile.</summary>
    [Fact]
    public async Task UndoKeepsItsPlaceInABatch()
    {
        var listId = await cluster.NewList(Owner);
        object[] commands =
        [
            new { commandId = Guid.NewGuid(), type = "renameList", name = "one" },
            new { commandId = Guid.NewGuid(), type = "undo", version = 3 },
            new { commandId = Guid.NewGuid(), type = "renameList", name = "two" },
            new { commandId = Guid.NewGuid(), type = "undo", version = 5 },
        ];
        var answers = await cluster.List(listId).ExecuteBatch(Owner, [.. commands.Select(ListCluster.Command)]);
        Assert.Equal((long?[])[3, 4, 5, 6], answers.Select(answer => answer.Version));
        Assert.All(answers, answer => Assert.Null(answer.Conflicts));
    }

    [Fact]
    public async Task HistoryOfATaskHoldsItsChangesAndTheEndOfItsSection()
    {
        var listId = await cluster.NewList(Owner);
        var (task, other, section) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        await Do(listId, new { commandId = Guid.NewGuid(), type = "addSection", sectionId = section, name = "Other" });
        await Do(listId, new { commandId = Guid.NewGuid(), type = "addTask", taskId = task, sectionId = listId, title = "Mine" });
        await Do(listId, new { commandId = Guid.NewGuid(), type = "addTask", taskId = other, sectionId = section, title = "Other" });
        await Do(listId, new { commandId = Guid.NewGuid(), type = "editTask", taskId = task, title = "Edited" });
        await Do(listId, new { commandId = Guid.NewGuid(), type = "deleteSection", sectionId = section });
        await Do(listId, new { commandId = Guid.NewGuid(), type = "deleteSection", sectionId = listId });

        var page = await Page(listId, taskId: task);
        Assert.Equal([8, 6, 4], Versions(page));
        Assert.False(page.TryGetProperty("nextBefore", out _));
        Assert.Equal("Mine", page.GetProperty("entries")[1].GetProperty("before")[0].GetProperty("title").GetString());
        Assert.Equal(JsonValueKind.Null, page.GetProperty("entries")[2].GetProperty("before")[0].ValueKind);
    }

    [Fact]
    public async Task HistoryOfATaskLeavesOutWhatOnlyStandsBesideOrUnderIt()
    {
        var listId = await cluster.NewList(Owner);
        var (task, other, label) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        await Do(listId, new { commandId = Guid.NewGuid(), type = "addTask", taskId = task, sectionId = listId, title = "Mine" });
        await Do(listId, new { commandId = Guid.NewGuid(), type = "addTask", taskId = other, sectionId = listId, title = $"\"taskId\":\"{task}\"", afterTaskId = task, parentTaskId = task });
        await Do(listId, new { commandId = Guid.NewGuid(), type = "moveTask", taskId = other, sectionId = listId, afterTaskId = (Guid?)null });
        await Do(listId, new { commandId = Guid.NewGuid(), type = "moveTask", taskId = other, sectionId = listId, afterTaskId = task });
        await Do(listId, new { commandId = Guid.NewGuid(), type = "setParent", taskId = other, parentTaskId = (Guid?)null });
        await Do(listId, new { commandId = Guid.NewGuid(), type = "defineLabel", labelId = label, name = "bug", color = "red" });
        await Do(listId, new { commandId = Guid.NewGuid(), type = "addLabel", taskId = other, labelId = label });
        Assert.Equal((long[])[3], Versions(await Page(listId, taskId: task)));

        // A label that goes takes itself off the tasks that wear it, and comes back to them.
        await Do(listId, new { commandId = Guid.NewGuid(), type = "addLabel", taskId = task, labelId = label });
        await Do(listId, new { commandId = Guid.NewGuid(), type = "deleteLabel", labelId = label });
        await Do(listId, new { commandId = Guid.NewGuid(), type = "undo", version = 11 });
        await Do(listId, new { commandId = Guid.NewGuid(), type = "removeLabel", taskId = task, labelId = label });
        await Do(listId, new { commandId = Guid.NewGuid(), type = "deleteLabel", labelId = label });
        await Do(listId, new { commandId = Guid.NewGuid(), type = "deleteSection", sectionId = listId });
        await Do(listId, new { commandId = Guid.NewGuid(), type = "undo", version = 15 });
        Assert.Equal((long[])[16, 15, 13, 12, 11, 10, 3], Versions(await Page(listId, taskId: task)));
        Assert.Equal((long[])[16, 15, 14, 12, 11, 9, 7, 6, 5, 4], Versions(await Page(listId, taskId: other)));
    }
}
