using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR.Client;
using Xunit;

namespace TaskList.Product.Tests;

/// <summary>What a connection hears, and when it stops hearing.</summary>
public sealed class LiveFacts(StandaloneProduct product) : IClassFixture<StandaloneProduct>
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    string Url => product.Host.Url;

    async Task<string> Join(Caller owner, Caller guest, string listId, string role)
    {
        var invite = await owner.Send(HttpMethod.Post, $"/api/lists/{listId}/invites", $$"""{"role":"{{role}}"}""");
        Assert.Equal(201, invite.Status);
        var accepted = await guest.Send(HttpMethod.Post, $"/api/invites/{invite.Body["token"]!.GetValue<string>()}/accept");
        Assert.Equal(200, accepted.Status);
        return accepted.Body["role"]!.GetValue<string>();
    }

    static Channel<JsonNode> Listen(HubConnection hub, string message)
    {
        var heard = Channel.CreateUnbounded<JsonNode>();
        hub.On<JsonNode>(message, item => heard.Writer.TryWrite(item));
        return heard;
    }

    static async Task<JsonNode> Next(Channel<JsonNode> heard) => await heard.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    [Fact]
    public async Task ChangeReachesTheOtherMemberInTheBytesOfTheLog()
    {
        await using var owner = await Caller.SignUp(Url);
        await using var guest = await Caller.SignUp(Url);
        var listId = await owner.NewList();
        Assert.Equal("editor", await Join(owner, guest, listId, "editor"));

        await using var hub = guest.Hub(Url);
        var changed = Listen(hub, "Changed");
        await hub.StartAsync();
        await hub.InvokeAsync<JsonNode>("Open", new { listId });
        await owner.Execute(listId, Caller.AddTask(listId, Guid.NewGuid(), "Ёлка 😀"));

        var message = await Next(changed);
        Assert.Equal((await owner.Log(listId))[^1].ToJsonString(), message["changes"]![0]!.ToJsonString());
    }

    [Fact]
    public async Task RemovedMemberHearsOnlyThatAccessIsLost()
    {
        await using var owner = await Caller.SignUp(Url);
        await using var guest = await Caller.SignUp(Url);
        var listId = await owner.NewList();
        await Join(owner, guest, listId, "viewer");

        await using var hub = guest.Hub(Url);
        var (changed, lost) = (Listen(hub, "Changed"), Listen(hub, "AccessLost"));
        await hub.StartAsync();
        await hub.InvokeAsync<JsonNode>("Open", new { listId });
        await owner.Execute(listId, $$"""{"commandId":"{{Guid.NewGuid()}}","type":"removeMember","userId":"{{guest.UserId}}"}""");
        Assert.Equal(listId, (await Next(lost)).GetValue<string>());
        await owner.Execute(listId, Caller.AddTask(listId, Guid.NewGuid()));

        // A message on the same connection that comes after: nothing was sent before it.
        await hub.InvokeAsync<JsonNode>("Execute", listId, JsonNode.Parse("{}"));
        Assert.False(changed.Reader.TryRead(out _));
        Assert.Equal(404, (await guest.Send(HttpMethod.Get, $"/api/lists/{listId}")).Status);
    }

    [Fact]
    public async Task MembersHearOfTheirListsAndTheirInbox()
    {
        await using var owner = await Caller.SignUp(Url);
        await using var guest = await Caller.SignUp(Url);
        var listId = await owner.NewList();
        await using var hub = guest.Hub(Url);
        var notified = Listen(hub, "Notified");
        var lists = Channel.CreateUnbounded<bool>();
        hub.On("ListsChanged", () => lists.Writer.TryWrite(true));
        await hub.StartAsync();

        await Join(owner, guest, listId, "editor");
        await lists.Reader.ReadAsync().AsTask().WaitAsync(Patience);
        Assert.Equal(listId, (await guest.Send(HttpMethod.Get, "/api/me/lists")).Body[0]!["listId"]!.GetValue<string>());

        var taskId = Guid.NewGuid();
        await owner.Execute(listId, $$"""{"commandId":"{{Guid.NewGuid()}}","type":"addTask","taskId":"{{taskId}}","sectionId":"{{listId}}","title":"Paint"}""");
        await owner.Execute(listId, $$"""{"commandId":"{{Guid.NewGuid()}}","type":"assign","taskId":"{{taskId}}","userId":"{{guest.UserId}}"}""");
        var notification = await Next(notified);
        Assert.Equal(("assigned", "Paint"), (notification["kind"]!.GetValue<string>(), notification["taskTitle"]!.GetValue<string>()));
        Assert.Equal(taskId.ToString(), (await guest.Send(HttpMethod.Get, "/api/me/inbox")).Body[0]!["taskId"]!.GetValue<string>());
    }

    [Fact]
    public async Task SignOutEndsTheSessionsConnections()
    {
        using var handler = new HttpClientHandler();
        using var http = new HttpClient(handler) { BaseAddress = new Uri(Url) };
        await using var user = await Caller.SignUp(Url);
        using var signedIn = await http.PostAsync("/api/auth/login", new StringContent(
            $$"""{"email":"{{user.Email}}","password":"{{Caller.Password}}"}""", System.Text.Encoding.UTF8, "application/json"));
        var token = JsonNode.Parse(await signedIn.Content.ReadAsStringAsync())!["accessToken"]!.GetValue<string>();

        await using var hub = user.Hub(Url, token);
        var closed = new TaskCompletionSource();
        hub.Closed += _ => Task.FromResult(closed.TrySetResult());
        await hub.StartAsync();
        http.DefaultRequestHeaders.Add("X-TaskList", "1");
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        using var signedOut = await http.PostAsync("/api/auth/logout", null);
        Assert.Equal(204, (int)signedOut.StatusCode);
        await closed.Task.WaitAsync(Patience);
        using var refreshed = await http.PostAsync("/api/auth/refresh", null);
        Assert.Equal(401, (int)refreshed.StatusCode);
    }

    [Fact]
    public async Task HeadNamesTheVersionInTheLog()
    {
        await using var owner = await Caller.SignUp(Url);
        var listId = await owner.NewList();
        await using var hub = owner.Hub(Url);
        var heads = Listen(hub, "Head");
        await hub.StartAsync();
        var opened = await hub.InvokeAsync<JsonNode>("Open", new { listId });
        var head = (await Next(heads))[0]!;
        Assert.Equal((listId, 2, opened["historyId"]!.GetValue<string>()), (head["listId"]!.GetValue<string>(), head["version"]!.GetValue<int>(), head["historyId"]!.GetValue<string>()));
    }
}
