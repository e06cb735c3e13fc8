using System.Text.Json.Nodes;
using Xunit;

namespace TaskList.Product.Tests;

/// <summary>What was exported comes back as an equal list, whatever was in it.</summary>
[Collection<OneProduct>]
public sealed class ImportOfOwnFacts(StandaloneProduct product)
{
    static readonly string[] Colors = ["red", "blue", "green", "amber"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task AnExportedListComesBackEqual(int seed)
    {
        await using var caller = await Caller.SignUp(product.Host.Url);
        var (_, made) = await caller.Send(HttpMethod.Post, "/api/lists", $$"""{"name":"Ремонт {{seed}}"}""");
        var listId = made["listId"]!.GetValue<string>();
        var (_, answers) = await caller.Send(HttpMethod.Post, $"/api/lists/{listId}/commands:batch", Commands(new Random(seed), caller.UserId).ToJsonString());
        Assert.All(answers.AsArray(), answer => Assert.True(answer!["accepted"]!.GetValue<bool>(), answer.ToJsonString()));

        var exported = await Export(caller, listId);
        var (status, imported) = await caller.Send(HttpMethod.Post, "/api/lists/import", exported.ToJsonString());
        Assert.Equal(201, status);
        Assert.Empty(imported["report"]!["dropped"]!.AsArray());

        var again = await Export(caller, imported["listId"]!.GetValue<string>());
        Assert.Equal(Picture(exported), Picture(again));
    }

    [Fact]
    public async Task AnExportOfALaterFormIsDeclined()
    {
        await using var caller = await Caller.SignUp(product.Host.Url);
        var (status, problem) = await caller.Send(HttpMethod.Post, "/api/lists/import", """{"format":"tasklist.list","formatVersion":2,"snapshot":{"name":"x","sections":[],"tasks":[],"labels":[]}}""");
        Assert.Equal((400, "unsupportedImport"), (status, problem["code"]!.GetValue<string>()));
    }

    static async Task<JsonNode> Export(Caller caller, string listId) =>
        (await caller.Send(HttpMethod.Get, $"/api/lists/{listId}/export?format=json")).Body;

    /// <summary>A list with something of everything, in an order and a mixture that the seed decides.</summary>
    static JsonArray Commands(Random random, string me)
    {
        var commands = new JsonArray();
        void Add(string type, params (string Name, JsonNode? Value)[] fields)
        {
            var command = new JsonObject { ["commandId"] = Guid.NewGuid().ToString(), ["type"] = type };
            foreach (var (name, value) in fields) command[name] = value;
            commands.Add((JsonNode)command);
        }

        string[] NewIds(int count) => [.. Enumerable.Range(0, count).Select(_ => Guid.NewGuid().ToString())];
        var (labels, sections, tasks) = (NewIds(4), NewIds(3), NewIds(25));
        for (var at = 0; at < labels.Length; at++)
            Add("defineLabel", ("labelId", labels[at]), ("name", at == 0 ? "" : $"метка {at}"), ("color", Colors[at]));
        for (var at = 0; at < sections.Length; at++)
        {
            Add("addSection", ("sectionId", sections[at]), ("name", $"Section {at}"));
            if (random.Next(2) == 0) Add("setSectionLimit", ("sectionId", sections[at]), ("limit", random.Next(1, 9)));
        }

        for (var at = 0; at < tasks.Length; at++)
        {
            var taskId = tasks[at];
            Add("addTask", ("taskId", taskId), ("sectionId", sections[random.Next(3)]), ("title", $"Дело {at} 🎉"), ("afterTaskId", null));
            if (random.Next(2) == 0) Add("editTask", ("taskId", taskId), ("description", $"Line\n\n**{at}**"), ("priority", random.Next(1, 5)));
            if (random.Next(2) == 0) Add("editTask", ("taskId", taskId), ("dueAt", "2027-03-01T09:30:00Z"), ("timeZone", "Europe/Berlin"));
            if (random.Next(3) == 0) Add("addLabel", ("taskId", taskId), ("labelId", labels[random.Next(4)]));
            if (random.Next(3) == 0) Add("assign", ("taskId", taskId), ("userId", me));
            if (at > 0 && random.Next(3) == 0) Add("setParent", ("taskId", taskId), ("parentTaskId", tasks[at / 2]));
            for (var item = random.Next(3); item > 0; item--)
                Add("addChecklistItem", ("taskId", taskId), ("itemId", Guid.NewGuid().ToString()), ("text", $" item {item}"), ("checked", random.Next(2) == 0));
            if (random.Next(3) == 0) Add("addComment", ("taskId", taskId), ("commentId", Guid.NewGuid().ToString()), ("text", $"Слово {at}"));
            if (random.Next(4) == 0) Add("completeTask", ("taskId", taskId));
            if (random.Next(4) == 0)
                Add("editTask", ("taskId", taskId), ("recurrence", new JsonObject { ["every"] = "week", ["interval"] = 2, ["on"] = new JsonArray("mon"), ["from"] = "completion" }));
            // Not one that others are under: what is under nothing can be under nothing again.
            if (at > 12 && random.Next(5) == 0) Add("deleteTask", ("taskId", taskId));
        }

        return commands;
    }

    /// <summary>All that makes two lists equal: no ids, no numbers, none of the times at which something was done.</summary>
    static string Picture(JsonNode export)
    {
        var snapshot = export["snapshot"]!;
        var people = export["people"]!.AsArray().ToDictionary(person => person!["userId"]!.GetValue<string>(), person => person!["displayName"]?.DeepClone());
        var tasks = snapshot["tasks"]!.AsArray().ToDictionary(task => task!["taskId"]!.GetValue<string>(), task => task!);
        var labels = snapshot["labels"]!.AsArray().ToDictionary(label => label!["labelId"]!.GetValue<string>(), label => label!["color"]!.GetValue<string>());
        JsonNode Task(string id)
        {
            var picture = tasks[id].DeepClone().AsObject();
            foreach (var name in new[] { "taskId", "number", "createdAt", "createdBy", "watcherIds" }) picture.Remove(name);
            if (picture.ContainsKey("completedAt")) picture["completedAt"] = true;
            if (picture["parentTaskId"]?.GetValue<string>() is { } parent)
            {
                picture.Remove("parentTaskId");
                if (tasks.TryGetValue(parent, out var above)) picture["parent"] = above["title"]!.DeepClone();
            }

            picture["labelIds"] = new JsonArray([.. picture["labelIds"]!.AsArray().Select(label => (JsonNode)labels[label!.GetValue<string>()])]);
            foreach (var item in picture["checklist"]!.AsArray()) item!.AsObject().Remove("itemId");
            picture["comments"] = new JsonArray(
            [
                .. picture["comments"]!.AsArray().Select(comment => (JsonNode)new JsonObject
                {
                    ["text"] = comment!["text"]!.DeepClone(),
                    ["author"] = comment["importedAuthor"]?.DeepClone() ?? people[comment["authorId"]!.GetValue<string>()]?.DeepClone(),
                    ["at"] = (comment["importedAt"] ?? comment["at"])!.DeepClone(),
                }),
            ]);
            return new JsonObject([.. picture.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone()))]);
        }

        return new JsonObject
        {
            ["name"] = snapshot["name"]!.DeepClone(),
            ["key"] = snapshot["key"]?.DeepClone(),
            ["labels"] = new JsonArray([.. snapshot["labels"]!.AsArray().Select(label => (JsonNode)$"{label!["name"]} {label["color"]}")]),
            ["sections"] = new JsonArray(
            [
                .. snapshot["sections"]!.AsArray().Select(section => (JsonNode)new JsonObject
                {
                    ["name"] = section!["name"]!.DeepClone(),
                    ["limit"] = section["limit"]?.DeepClone(),
                    ["tasks"] = new JsonArray([.. section["taskIds"]!.AsArray().Select(id => Task(id!.GetValue<string>()))]),
                }),
            ]),
        }.ToJsonString();
    }
}
