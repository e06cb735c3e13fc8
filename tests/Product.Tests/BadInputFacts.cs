using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Xunit;

namespace TaskList.Product.Tests;

/// <summary>Wrong input has its code, through REST and hub alike, and changes nothing.</summary>
[Collection<OneProduct>]
public sealed class BadInputFacts(StandaloneProduct product)
{
    const string Id = "01900000-0000-7000-8000-000000000001";

    string Url => product.Host.Url;

    public static TheoryData<string, int, string> WrongCommands => new()
    {
        { $$"""{"commandId":"{{Id}}","type":"dance"}""", 400, "unknownCommand" },
        { $$"""{"commandId":"{{Id}}","type":"leaveList","isAdmin":true}""", 400, "unknownField" },
        { $$"""{"commandId":"{{Id}}","type":"renameList","name":"{{new string('x', 257)}}"}""", 422, "tooLong" },
        { $$"""{"commandId":"{{Id}}","type":"addTask","taskId":"{{Id}}","sectionId":"{{Id}}","title":"{{new string('ж', 1_025)}}"}""", 422, "tooLong" },
        { $$"""{"commandId":"{{Id}}","type":"addTask","taskId":"{{Id}}","sectionId":"{{Id}}","title":"x"}""", 404, "sectionNotFound" },
        { $$"""{"commandId":"{{Id}}","type":"completeTask","taskId":"{{Id}}"}""", 404, "taskNotFound" },
        { $$"""{"commandId":"{{Id}}","type":"completeTask"}""", 400, "missingField" },
        { """{"commandId":"nonsense","type":"leaveList"}""", 400, "invalidField" },
        { "[]", 400, "invalidCommand" },
        { $$"""{"commandId":"{{Id}}","type":"leaveList"}""", 409, "lastOwner" },
    };

    [Theory, MemberData(nameof(WrongCommands))]
    public async Task WrongCommandIsRefusedAlikeByBothWays(string command, int status, string code)
    {
        await using var owner = await Caller.SignUp(Url);
        var listId = await owner.NewList();

        var rest = await owner.Execute(listId, command);
        Assert.Equal((status, code), (rest.Status, rest.Body["code"]!.GetValue<string>()));

        await using var hub = await owner.Connect(Url);
        var answer = await hub.InvokeAsync<JsonNode>("Execute", listId, JsonNode.Parse(command));
        Assert.False(answer["accepted"]!.GetValue<bool>());
        Assert.Equal(code, answer["code"]!.GetValue<string>());
        Assert.Null(answer["retryAfterMs"]);
        Assert.Equal(2, (await owner.Log(listId)).Count);
    }

    [Fact]
    public async Task BrokenJsonIsRefusedByRestAndEndsTheHubConnection()
    {
        await using var owner = await Caller.SignUp(Url);
        var listId = await owner.NewList();
        var rest = await owner.Execute(listId, "{\"commandId\":");
        Assert.Equal((400, "malformedJson"), (rest.Status, rest.Body["code"]!.GetValue<string>()));

        using var socket = await RawSocket.Connect(Url, owner.Token);
        await socket.Send("""{"protocol":"json","version":1}""" + "\u001e");
        await socket.Send("{\"type\":1,\"target\":\"Execute\",\"arguments\":[{\u001e");
        await socket.Closed(TimeSpan.FromSeconds(10));
        Assert.Equal(2, (await owner.Log(listId)).Count);
    }

    [Fact]
    public async Task ForeignListLooksLikeOneThatDoesNotExist()
    {
        await using var owner = await Caller.SignUp(Url);
        await using var stranger = await Caller.SignUp(Url);
        var (listId, nowhere) = (await owner.NewList(), Guid.NewGuid().ToString());
        await using var hub = await stranger.Connect(Url);

        foreach (var id in new[] { listId, nowhere, "not-an-id" })
        {
            var command = Caller.AddTask(listId, Guid.NewGuid());
            foreach (var path in new[] { "", "/changes?after=0", "/people" })
                AssertNotFound(await stranger.Send(HttpMethod.Get, $"/api/lists/{id}{path}"));
            AssertNotFound(await stranger.Execute(id, command));
            AssertNotFound(await stranger.Send(HttpMethod.Post, $"/api/lists/{id}/commands:batch", $"[{command}]"));
            Assert.Equal("listNotFound", (await hub.InvokeAsync<JsonNode>("Execute", id, JsonNode.Parse(command)))["code"]!.GetValue<string>());
        }

        foreach (var id in new[] { listId, nowhere })
        {
            AssertNotFound(await stranger.Send(HttpMethod.Get, $"/api/lists/{id}/invites"));
            AssertNotFound(await stranger.Send(HttpMethod.Post, $"/api/lists/{id}/invites", """{"role":"owner"}"""));
            var open = await Assert.ThrowsAsync<HubException>(() => hub.InvokeAsync<JsonNode>("Open", new { listId = id }));
            Assert.EndsWith("listNotFound", open.Message, StringComparison.Ordinal);
            var changes = await Assert.ThrowsAsync<HubException>(() => hub.InvokeAsync<JsonNode>("Changes", new { listId = id, afterVersion = 0, limit = 10 }));
            Assert.EndsWith("listNotFound", changes.Message, StringComparison.Ordinal);
        }

        Assert.Equal(2, (await owner.Log(listId)).Count);

        static void AssertNotFound((int Status, JsonNode Body) answer) => Assert.Equal((404, "listNotFound"), (answer.Status, answer.Body["code"]!.GetValue<string>()));
    }

    [Fact]
    public async Task MalformedTokenIsRefusedByRestAndAtTheHandshake()
    {
        await using var owner = await Caller.SignUp(Url);
        using var http = new HttpClient { BaseAddress = new Uri(Url) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", owner.Token[..^4] + "AAAA");
        using var answer = await http.GetAsync("/api/me");
        Assert.Equal(401, (int)answer.StatusCode);
        Assert.Equal("unauthenticated", JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["code"]!.GetValue<string>());

        await using var hub = owner.Hub(Url, "nonsense");
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => hub.StartAsync());
        Assert.Contains("401", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CommandIdUsedAgainWithOtherContentIsRefusedByBothWays()
    {
        await using var owner = await Caller.SignUp(Url);
        var (listId, commandId) = (await owner.NewList(), Guid.NewGuid());
        var first = Caller.AddTask(listId, commandId, "first");
        var other = Caller.AddTask(listId, commandId, "other");
        await using var hub = await owner.Connect(Url);

        Assert.Equal(3, (await owner.Execute(listId, first)).Body["version"]!.GetValue<int>());
        Assert.Equal(3, (await hub.InvokeAsync<JsonNode>("Execute", listId, JsonNode.Parse(first)))["version"]!.GetValue<int>());
        var rest = await owner.Execute(listId, other);
        Assert.Equal((409, "commandIdReused"), (rest.Status, rest.Body["code"]!.GetValue<string>()));
        Assert.Equal("commandIdReused", (await hub.InvokeAsync<JsonNode>("Execute", listId, JsonNode.Parse(other)))["code"]!.GetValue<string>());
        Assert.Equal(3, (await owner.Log(listId)).Count);
    }

    [Fact]
    public async Task CallThatNobodyExpectedIsAnsweredWithABareCodeAndTheConnectionLivesOn()
    {
        await using var owner = await Caller.SignUp(Url);
        var listId = await owner.NewList();
        await using var hub = await owner.Connect(Url);
        var failed = await Assert.ThrowsAsync<HubException>(() => hub.InvokeAsync<JsonNode>("Open", null));
        Assert.EndsWith("internal", failed.Message, StringComparison.Ordinal);
        Assert.Equal(2, (await hub.InvokeAsync<JsonNode>("Open", new { listId }))["version"]!.GetValue<int>());
    }

    [Fact]
    public async Task BodyOverTheLimitIsRefused()
    {
        await using var owner = await Caller.SignUp(Url);
        var listId = await owner.NewList();
        var answer = await owner.Execute(listId, JsonSerializer.Serialize(new { commandId = Id, type = "renameList", name = new string('x', 1 << 20) }));
        Assert.Equal((413, "payloadTooLarge"), (answer.Status, answer.Body["code"]!.GetValue<string>()));
    }

    [Fact]
    public async Task IfMatchOfAnotherVersionIsRefused()
    {
        await using var owner = await Caller.SignUp(Url);
        var listId = await owner.NewList();
        using var http = new HttpClient { BaseAddress = new Uri(Url) };
        http.DefaultRequestHeaders.Authorization = new("Bearer", owner.Token);
        using var read = await http.GetAsync($"/api/lists/{listId}");
        var tag = read.Headers.ETag!;

        Assert.Equal(200, await Rename("A"));
        Assert.Equal(412, await Rename("B"));
        Assert.Equal(3, (await owner.Log(listId)).Count);

        async Task<int> Rename(string name)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/lists/{listId}/commands");
            request.Content = JsonContent.Create(new { commandId = Guid.NewGuid(), type = "renameList", name });
            request.Headers.IfMatch.Add(tag);
            using var answer = await http.SendAsync(request);
            return (int)answer.StatusCode;
        }
    }
}
