using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;
using Xunit;

namespace TaskList.Product.Tests;

/// <summary>What scripts use, through the whole product.</summary>
public sealed class AutomationFacts(StandaloneProduct product) : IClassFixture<StandaloneProduct>
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    string Url => product.Host.Url;

    [Fact]
    public async Task ATokenWorksAtRestAndHubUntilItIsRevoked()
    {
        await using var owner = await Caller.SignUp(Url);
        var listId = await owner.NewList();
        var (tokenId, token) = await NewToken(owner, "write");
        await using var script = owner.With(token);
        Assert.Equal(200, (await script.Execute(listId, Caller.AddTask(listId, Guid.NewGuid()))).Status);
        Assert.Equal(403, (await script.Send(HttpMethod.Get, "/api/tokens")).Status);

        await using var hub = script.Hub(Url);
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        hub.Closed += _ => Task.FromResult(closed.TrySetResult());
        await hub.StartAsync();
        Assert.True((await Execute(hub, listId)).GetProperty("accepted").GetBoolean());

        Assert.Equal(204, (await owner.Send(HttpMethod.Delete, $"/api/tokens/{tokenId}")).Status);
        Assert.Equal(401, (await script.Send(HttpMethod.Get, "/api/me")).Status);
        await closed.Task.WaitAsync(Patience);
        await using var again = script.Hub(Url);
        await Assert.ThrowsAsync<WebSocketException>(() => again.StartAsync());
    }

    [Fact]
    public async Task ATokenForReadingSeesAndWritesNothing()
    {
        await using var owner = await Caller.SignUp(Url);
        var listId = await owner.NewList();
        await using var script = owner.With((await NewToken(owner, "read")).Token);
        Assert.Equal(200, (await script.Send(HttpMethod.Get, $"/api/lists/{listId}")).Status);
        Assert.Equal(403, (await script.Execute(listId, Caller.AddTask(listId, Guid.NewGuid()))).Status);

        await using var hub = await script.Connect(Url);
        Assert.Equal("notAllowed", (await Execute(hub, listId)).GetProperty("code").GetString());
        Assert.Equal(2, (await owner.Log(listId)).Count);
    }

    static Task<JsonElement> Execute(HubConnection hub, string listId) =>
        hub.InvokeAsync<JsonElement>("Execute", listId, JsonSerializer.Deserialize<JsonElement>(Caller.AddTask(listId, Guid.NewGuid())));

    static async Task<(string TokenId, string Token)> NewToken(Caller caller, string scope)
    {
        var (status, body) = await caller.Send(HttpMethod.Post, "/api/tokens", $$"""{"name":"Script","scope":"{{scope}}"}""");
        Assert.Equal(201, status);
        return (body["tokenId"]!.GetValue<string>(), body["token"]!.GetValue<string>());
    }
}
