using System.Net.WebSockets;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR.Client;
using Xunit;

namespace TaskList.Product.Tests;

/// <summary>What people learn who do not have the list open: their lists, their inbox, and the end of a session.</summary>
[Collection<OneMortalProduct>]
public sealed class NewsFacts(StandaloneProduct product)
{
    const int Assignments = 20;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    string Url => product.Host.Url;

    [Fact]
    public async Task AnAssignmentARoleAndARemovalReachTheSocketAndTheInbox()
    {
        await using var owner = await Caller.SignUp(Url);
        await using var guest = await Caller.SignUp(Url);
        await using var hub = guest.Hub(Url);
        var notified = Channel.CreateUnbounded<JsonNode>();
        var listsChanged = new SemaphoreSlim(0);
        hub.On<JsonNode>("Notified", item => notified.Writer.TryWrite(item));
        hub.On("ListsChanged", () => { listsChanged.Release(); });
        await hub.StartAsync();

        var listId = await owner.NewList();
        await Join(owner, guest, listId);
        Assert.True(await listsChanged.WaitAsync(Patience), "joining must be told");
        Assert.Equal(listId, (await guest.Send(HttpMethod.Get, "/api/me/lists")).Body[0]!["listId"]!.GetValue<string>());

        var taskId = await AddTask(owner, listId, "Купить молоко");
        await Execute(owner, listId, "assign", $$""" "taskId":"{{taskId}}","userId":"{{guest.UserId}}" """);
        var assigned = await Next(notified);
        Assert.Equal(("assigned", "Купить молоко"), (Text(assigned, "kind"), Text(assigned, "taskTitle")));

        await Execute(owner, listId, "setMemberRole", $$""" "userId":"{{guest.UserId}}","role":"viewer" """);
        var changed = await Next(notified);
        Assert.Equal(("roleChanged", "viewer"), (Text(changed, "kind"), Text(changed, "role")));

        await Execute(owner, listId, "removeMember", $$""" "userId":"{{guest.UserId}}" """);
        Assert.Equal("removedFromList", Text(await Next(notified), "kind"));

        Assert.Empty((await guest.Send(HttpMethod.Get, "/api/me/lists")).Body.AsArray());
        Assert.Equal(["removedFromList", "roleChanged", "assigned"], (await Inbox(guest)).Select(item => Text(item, "kind")));
        Assert.Empty(await Inbox(owner));
    }

    [Fact]
    public async Task NoNewsIsLostOrDoubledInACrash()
    {
        await using var owner = await Caller.SignUp(Url);
        await using var guest = await Caller.SignUp(Url);
        var listId = await owner.NewList();
        await Join(owner, guest, listId);
        List<string> tasks = [];
        for (var i = 0; i < Assignments; i++) tasks.Add(await AddTask(owner, listId, $"Task {i}"));

        for (var i = 0; i < Assignments; i++)
        {
            await Execute(owner, listId, "assign", $$""" "taskId":"{{tasks[i]}}","userId":"{{guest.UserId}}" """);
            if (i == Assignments / 2) await Crash();
        }

        await Execute(owner, listId, "renameList", """ "name":"Renamed" """);
        await Crash();

        var inbox = await Retry.Until(() => Inbox(guest), items => items.Count >= Assignments, Patience);
        Assert.Equal(tasks.Order(), inbox.Select(item => Text(item, "taskId")).Order());
        await Retry.Until(
            async () => Text((await guest.Send(HttpMethod.Get, "/api/me/lists")).Body[0]!, "name"), name => name == "Renamed", Patience);
    }

    [Fact]
    public async Task SigningOutEndsTheSessionsSockets()
    {
        await using var caller = await Caller.SignUp(Url);
        using var browser = new HttpClient(new HttpClientHandler { UseCookies = true }) { BaseAddress = new Uri(Url) };
        using var signIn = new StringContent(
            $$"""{"email":"{{caller.Email}}","password":"{{Caller.Password}}"}""", System.Text.Encoding.UTF8, "application/json");
        using var signedIn = await browser.PostAsync("/api/auth/login", signIn);
        var token = Text(JsonNode.Parse(await signedIn.Content.ReadAsStringAsync())!, "accessToken");

        await using var staying = await caller.Connect(Url);
        await using var hub = caller.Hub(Url, token);
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        hub.Closed += _ => Task.FromResult(closed.TrySetResult());
        await hub.StartAsync();

        using var signOut = new HttpRequestMessage(HttpMethod.Post, "/api/auth/logout");
        signOut.Headers.Add("X-TaskList", "1");
        Assert.Equal(204, (int)(await browser.SendAsync(signOut)).StatusCode);

        await closed.Task.WaitAsync(Patience);
        Assert.Equal(HubConnectionState.Connected, staying.State);

        // The token itself is good for some minutes more; the session it was made for is not.
        await using var again = caller.Hub(Url, token);
        await Assert.ThrowsAsync<WebSocketException>(() => again.StartAsync());
    }

    async Task Crash()
    {
        await product.Host.KillAsync();
        await product.Host.StartAsync();
    }

    static async Task Join(Caller owner, Caller guest, string listId)
    {
        var invite = await owner.Send(HttpMethod.Post, $"/api/lists/{listId}/invites", """{"role":"editor"}""");
        Assert.Equal(200, (await guest.Send(HttpMethod.Post, $"/api/invites/{Text(invite.Body, "token")}/accept")).Status);
    }

    static async Task<string> AddTask(Caller owner, string listId, string title)
    {
        var taskId = Guid.NewGuid().ToString();
        await Execute(owner, listId, "addTask", $$""" "taskId":"{{taskId}}","sectionId":"{{listId}}","title":"{{title}}" """);
        return taskId;
    }

    static async Task Execute(Caller caller, string listId, string type, string fields)
    {
        var command = $$"""{"commandId":"{{Guid.NewGuid()}}","type":"{{type}}",{{fields}}}""";
        var (status, _) = await Retry.Until(() => caller.Execute(listId, command), answer => answer.Status != 503, Patience);
        Assert.Equal(200, status);
    }

    static async Task<List<JsonNode>> Inbox(Caller caller) => [.. (await caller.Send(HttpMethod.Get, "/api/me/inbox")).Body.AsArray().Select(item => item!)];

    static async Task<JsonNode> Next(Channel<JsonNode> heard) => await heard.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    static string Text(JsonNode node, string field) => node[field]!.GetValue<string>();
}
