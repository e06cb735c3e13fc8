using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.SignalR.Client;
using TaskList.Grains.Tests.Webhooks;
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

    [Fact]
    public async Task AWebhookHearsEverythingInOrderAcrossACrash()
    {
        await using var owner = await Caller.SignUp(Url);
        var listId = await owner.NewList();
        using var receiver = new WebhookReceiver();
        var made = await owner.Send(HttpMethod.Post, "/api/webhooks", $$"""{"listId":"{{listId}}","url":"{{receiver.Url}}"}""");
        Assert.Equal(201, made.Status);

        for (var i = 0; i < 10; i++)
        {
            var command = Caller.AddTask(listId, Guid.NewGuid());
            await Retry.Until(() => owner.Execute(listId, command), answer => answer.Status == 200, Patience);
            if (i != 5) continue;
            await receiver.Wait(1);
            await product.Host.KillAsync();
            await product.Host.StartAsync();
        }

        // Twice is allowed after a crash; out of order or left out is not.
        var webhookId = made.Body["webhookId"]!.GetValue<string>();
        string[] all = [.. Enumerable.Range(3, 10).Select(version => $"{webhookId}:{version}")];
        await Retry.Until(() => Task.FromResult(receiver.All), seen => seen.Select(delivery => delivery.Id).Distinct().Count() == all.Length, Patience);
        Assert.Equal(all, receiver.All.Select(delivery => delivery.Id).Distinct());
    }

    [Fact]
    public async Task WhatIsDueIsToldOnceAcrossACrash()
    {
        await using var owner = await Caller.SignUp(Url);
        await using var guest = await Caller.SignUp(Url);
        var listId = await owner.NewList();
        await owner.Invite(guest, listId, "editor");
        await using var hub = guest.Hub(Url);
        var notified = new Ear(hub, "Notified");
        await hub.StartAsync();

        var dueAt = DateTime.UtcNow.AddMinutes(40).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", System.Globalization.CultureInfo.InvariantCulture);
        await owner.Execute(listId, JsonSerializer.Serialize(new
        {
            commandId = Guid.NewGuid(),
            type = "addTask",
            taskId = Guid.NewGuid(),
            sectionId = listId,
            title = "Сдать отчёт",
            dueAt,
            assigneeIds = new[] { guest.UserId },
        }));
        var told = await notified.Next(item => item["kind"]!.GetValue<string>() == "due", Patience);
        Assert.Equal("Сдать отчёт", told["taskTitle"]!.GetValue<string>());

        await product.Host.KillAsync();
        await product.Host.StartAsync();
        await Retry.Until(() => guest.Send(HttpMethod.Patch, "/api/me", """{"reminder":"dayBefore"}"""), answer => answer.Status == 200, Patience);
        var inbox = await Retry.Until(() => guest.Send(HttpMethod.Get, "/api/me/inbox"), answer => answer.Body is JsonArray { Count: >= 2 }, Patience);
        Assert.Equal(["assigned", "due"], inbox.Body.AsArray().Select(item => item!["kind"]!.GetValue<string>()).Order());
        Assert.Equal("dayBefore", (await guest.Send(HttpMethod.Get, "/api/me")).Body["reminder"]!.GetValue<string>());
    }

    [Fact]
    public async Task AnArchivedListSaysSoAmongMyLists()
    {
        await using var owner = await Caller.SignUp(Url);
        var listId = await owner.NewList();
        await owner.Execute(listId, $$"""{"commandId":"{{Guid.NewGuid()}}","type":"archiveList"}""");
        await Retry.Until(() => MyLists(owner), lists => lists is [{ } only] && only["archivedAt"] is not null, Patience);
        await owner.Execute(listId, $$"""{"commandId":"{{Guid.NewGuid()}}","type":"unarchiveList"}""");
        await Retry.Until(() => MyLists(owner), lists => lists is [{ } only] && only["archivedAt"] is null, Patience);
    }

    static async Task<JsonNode?[]> MyLists(Caller caller) => [.. (await caller.Send(HttpMethod.Get, "/api/me/lists")).Body.AsArray()];

    static Task<JsonElement> Execute(HubConnection hub, string listId) =>
        hub.InvokeAsync<JsonElement>("Execute", listId, JsonSerializer.Deserialize<JsonElement>(Caller.AddTask(listId, Guid.NewGuid())));

    static async Task<(string TokenId, string Token)> NewToken(Caller caller, string scope)
    {
        var (status, body) = await caller.Send(HttpMethod.Post, "/api/tokens", $$"""{"name":"Script","scope":"{{scope}}"}""");
        Assert.Equal(201, status);
        return (body["tokenId"]!.GetValue<string>(), body["token"]!.GetValue<string>());
    }
}
