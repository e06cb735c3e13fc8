using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Xunit;

namespace TaskList.Product.Tests;

/// <summary>What a connection hears, and when it stops hearing.</summary>
[Collection<OneProduct>]
public sealed class LiveFacts(StandaloneProduct product)
{
    string Url => product.Host.Url;

    [Fact]
    public async Task ChangeReachesTheOtherMemberInTheBytesOfTheLog()
    {
        await using var owner = await Caller.SignUp(Url);
        await using var guest = await Caller.SignUp(Url);
        var listId = await owner.NewList();
        Assert.Equal("editor", await owner.Invite(guest, listId, "editor"));

        await using var hub = guest.Hub(Url);
        var changed = new Ear(hub, "Changed");
        await hub.StartAsync();
        await hub.InvokeAsync<JsonNode>("Open", new { listId });
        await owner.Execute(listId, Caller.AddTask(listId, Guid.NewGuid(), "Ёлка 😀"));

        var message = await changed.Next();
        Assert.Equal((await owner.Log(listId))[^1].ToJsonString(), message["changes"]![0]!.ToJsonString());
    }

    [Theory]
    [InlineData(HttpTransportType.ServerSentEvents)]
    [InlineData(HttpTransportType.LongPolling)]
    public async Task ChangesArriveWithoutWebSocketsToo(HttpTransportType transport)
    {
        await using var owner = await Caller.SignUp(Url);
        var listId = await owner.NewList();
        await using var hub = owner.Hub(Url, transport: transport);
        var changed = new Ear(hub, "Changed");
        await hub.StartAsync();
        await hub.InvokeAsync<JsonNode>("Open", new { listId });
        await owner.Execute(listId, Caller.AddTask(listId, Guid.NewGuid()));
        Assert.Equal(3, (await changed.Next())["changes"]![0]!["version"]!.GetValue<int>());
    }

    [Fact]
    public async Task RemovedMemberHearsOnlyThatAccessIsLost()
    {
        await using var owner = await Caller.SignUp(Url);
        await using var guest = await Caller.SignUp(Url);
        var listId = await owner.NewList();
        await owner.Invite(guest, listId, "viewer");

        await using var hub = guest.Hub(Url);
        var (changed, lost) = (new Ear(hub, "Changed"), new Ear(hub, "AccessLost"));
        await hub.StartAsync();
        await hub.InvokeAsync<JsonNode>("Open", new { listId });
        await owner.Execute(listId, $$"""{"commandId":"{{Guid.NewGuid()}}","type":"removeMember","userId":"{{guest.UserId}}"}""");
        Assert.Equal(listId, (await lost.Next()).GetValue<string>());
        await owner.Execute(listId, Caller.AddTask(listId, Guid.NewGuid()));

        // A message on the same connection that comes after: nothing was sent before it.
        await hub.InvokeAsync<JsonNode>("Execute", listId, JsonNode.Parse("{}"));
        Assert.Empty(changed.Rest());
        Assert.Equal(404, (await guest.Send(HttpMethod.Get, $"/api/lists/{listId}")).Status);
    }

    [Fact]
    public async Task MembersHearOfTheirListsAndTheirInbox()
    {
        await using var owner = await Caller.SignUp(Url);
        await using var guest = await Caller.SignUp(Url);
        var listId = await owner.NewList();
        await using var hub = guest.Hub(Url);
        var notified = new Ear(hub, "Notified");
        var lists = Channel.CreateUnbounded<bool>();
        hub.On("ListsChanged", () => lists.Writer.TryWrite(true));
        await hub.StartAsync();

        await owner.Invite(guest, listId, "editor");
        await lists.Reader.ReadAsync().AsTask().WaitAsync(Ear.Patience);
        Assert.Equal(listId, (await guest.Send(HttpMethod.Get, "/api/me/lists")).Body[0]!["listId"]!.GetValue<string>());

        var taskId = Guid.NewGuid();
        await owner.Execute(listId, $$"""{"commandId":"{{Guid.NewGuid()}}","type":"addTask","taskId":"{{taskId}}","sectionId":"{{listId}}","title":"Paint"}""");
        await owner.Execute(listId, $$"""{"commandId":"{{Guid.NewGuid()}}","type":"assign","taskId":"{{taskId}}","userId":"{{guest.UserId}}"}""");
        var notification = await notified.Next();
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
        await closed.Task.WaitAsync(Ear.Patience);
        using var refreshed = await http.PostAsync("/api/auth/refresh", null);
        Assert.Equal(401, (int)refreshed.StatusCode);
    }

    [Fact]
    public async Task HeadNamesTheVersionInTheLog()
    {
        await using var owner = await Caller.SignUp(Url);
        var listId = await owner.NewList();
        await using var hub = owner.Hub(Url);
        var heads = new Ear(hub, "Head");
        await hub.StartAsync();
        var opened = await hub.InvokeAsync<JsonNode>("Open", new { listId });
        var head = (await heads.Next())[0]!;
        Assert.Equal((listId, 2, opened["historyId"]!.GetValue<string>()), (head["listId"]!.GetValue<string>(), head["version"]!.GetValue<int>(), head["historyId"]!.GetValue<string>()));
    }
}
