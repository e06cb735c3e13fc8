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
}
