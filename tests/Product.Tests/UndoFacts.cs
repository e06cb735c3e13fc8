using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace TaskList.Product.Tests;

/// <summary>The past through REST: looked at, and brought back.</summary>
[Collection<OneProduct>]
public sealed class UndoFacts(StandaloneProduct product)
{
    static string Undo(long version, Guid? commandId = null) => JsonSerializer.Serialize(new { commandId = commandId ?? Guid.NewGuid(), type = "undo", version });

    static async Task<List<string>> Order(Caller caller, string listId, string sectionId)
    {
        var (status, list) = await caller.Send(HttpMethod.Get, $"/api/lists/{listId}");
        Assert.Equal(200, status);
        var section = list["sections"]!.AsArray().SingleOrDefault(s => s!["sectionId"]!.GetValue<string>() == sectionId);
        return section is null ? [] : [.. section["taskIds"]!.AsArray().Select(id => id!.GetValue<string>())];
    }

    static async Task<long> Do(Caller caller, string listId, object command)
    {
        var (status, body) = await caller.Execute(listId, JsonSerializer.Serialize(command));
        Assert.True(status == 200, body.ToJsonString());
        return body["version"]!.GetValue<long>();
    }

    [Fact]
    public async Task DeletedSectionOfThreeHundredTasksComesBackAndKeepsWhatOthersDidMeanwhile()
    {
        await using var owner = await Caller.SignUp(product.Host.Url);
        var listId = await owner.NewList();
        var doomed = Guid.NewGuid().ToString();
        await Do(owner, listId, new { commandId = Guid.NewGuid(), type = "addSection", sectionId = doomed, name = "Doomed" });
        string[] ids = [.. Enumerable.Range(0, 300).Select(_ => Guid.NewGuid().ToString())];
        var added = await owner.Send(HttpMethod.Post, $"/api/lists/{listId}/commands:batch", JsonSerializer.Serialize(
            ids.Select((taskId, i) => new { commandId = Guid.NewGuid(), type = "addTask", taskId, sectionId = doomed, title = $"Task {i}", description = "Words" })));
        Assert.All(added.Body.AsArray(), answer => Assert.True(answer!["accepted"]!.GetValue<bool>()));

        // One of them has gone elsewhere before, one is edited; the rest goes with its section.
        await Do(owner, listId, new { commandId = Guid.NewGuid(), type = "moveTask", taskId = ids[7], sectionId = listId });
        await Do(owner, listId, new { commandId = Guid.NewGuid(), type = "completeTask", taskId = ids[9] });
        var before = (await owner.Send(HttpMethod.Get, $"/api/lists/{listId}")).Body;
        var deleted = await Do(owner, listId, new { commandId = Guid.NewGuid(), type = "deleteSection", sectionId = doomed });
        Assert.Empty(await Order(owner, listId, doomed));

        // Meanwhile.
        var meanwhile = Guid.NewGuid().ToString();
        await Do(owner, listId, new { commandId = Guid.NewGuid(), type = "addTask", taskId = meanwhile, sectionId = listId, title = "Meanwhile" });
        await Do(owner, listId, new { commandId = Guid.NewGuid(), type = "editTask", taskId = ids[7], title = "Edited meanwhile" });

        var commandId = Guid.NewGuid();
        var (status, undone) = await owner.Execute(listId, Undo(deleted, commandId));
        Assert.True(status == 200, undone.ToJsonString());
        Assert.Equal(ids.Where(id => id != ids[7]), await Order(owner, listId, doomed));
        Assert.Equal([ids[7], meanwhile], await Order(owner, listId, listId));
        Assert.Equal(undone["version"]!.GetValue<long>(), (await owner.Execute(listId, Undo(deleted, commandId))).Body["version"]!.GetValue<long>());

        // Every one of the 299 is what it was.
        var after = (await owner.Send(HttpMethod.Get, $"/api/lists/{listId}")).Body;
        foreach (var id in ids.Where(id => id != ids[7])) Assert.Equal(Task(before, id), Task(after, id));
        Assert.Equal("Edited meanwhile", after["tasks"]!.AsArray().Single(t => t!["taskId"]!.GetValue<string>() == ids[7])!["title"]!.GetValue<string>());

        static string Task(JsonNode list, string id) => list["tasks"]!.AsArray().Single(t => t!["taskId"]!.GetValue<string>() == id)!.ToJsonString();
    }

    [Fact]
    public async Task UndoOfAVersionThatIsNotThereIsRefused()
    {
        await using var owner = await Caller.SignUp(product.Host.Url);
        var listId = await owner.NewList();
        var (status, body) = await owner.Execute(listId, Undo(99));
        Assert.Equal((404, "versionNotFound"), (status, body["code"]!.GetValue<string>()));
        (_, body) = await owner.Execute(listId, Undo(1));
        Assert.Equal("notUndoable", body["code"]!.GetValue<string>());

        await using var stranger = await Caller.SignUp(product.Host.Url);
        (_, body) = await stranger.Execute(listId, Undo(2));
        Assert.Equal("listNotFound", body["code"]!.GetValue<string>());
    }

    [Fact]
    public async Task ListIsReadAsItWas()
    {
        await using var owner = await Caller.SignUp(product.Host.Url);
        var listId = await owner.NewList();
        var renamed = await Do(owner, listId, new { commandId = Guid.NewGuid(), type = "renameList", name = "Now" });
        var (status, then) = await owner.Send(HttpMethod.Get, $"/api/lists/{listId}?at={renamed - 1}");
        Assert.Equal((200, "List", renamed - 1), (status, then["name"]!.GetValue<string>(), then["version"]!.GetValue<long>()));
        Assert.Equal("Now", (await owner.Send(HttpMethod.Get, $"/api/lists/{listId}?at={DateTime.UtcNow.AddMinutes(1):O}")).Body["name"]!.GetValue<string>());
        Assert.Equal((404, "versionNotFound"), await Code($"?at={renamed + 1}"));
        Assert.Equal((404, "versionNotFound"), await Code("?at=2001-01-01T00:00:00Z"));
        Assert.Equal((400, "invalidField"), await Code("?at=yesterday"));

        async Task<(int, string)> Code(string query)
        {
            var (code, body) = await owner.Send(HttpMethod.Get, $"/api/lists/{listId}{query}");
            return (code, body["code"]!.GetValue<string>());
        }
    }
}
