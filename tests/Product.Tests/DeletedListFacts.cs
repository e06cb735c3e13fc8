using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;
using Xunit;

namespace TaskList.Product.Tests;

/// <summary>A deleted list is there for nobody, until an owner brings it back.</summary>
[Collection<OneProduct>]
public sealed class DeletedListFacts(StandaloneProduct product)
{
    static string Command(string type) => JsonSerializer.Serialize(new { commandId = Guid.NewGuid(), type });

    [Fact]
    public async Task DeletedListIsGoneForOpenConnectionsTooAndComesBackWhole()
    {
        await using var owner = await Caller.SignUp(product.Host.Url);
        await using var stranger = await Caller.SignUp(product.Host.Url);
        var listId = await owner.NewList();
        await owner.Execute(listId, Caller.AddTask(listId, Guid.NewGuid()));
        await using var hub = owner.Hub(product.Host.Url);
        var lost = new Ear(hub, "AccessLost");
        var changed = new Ear(hub, "Changed");
        await hub.StartAsync();
        await hub.InvokeAsync<JsonElement>("Open", new { listId });

        Assert.Equal(200, (await owner.Execute(listId, Command("deleteList"))).Status);
        Assert.Equal(listId, (await lost.Next()).GetValue<string>());
        Assert.Empty(changed.Rest());
        Assert.Equal(404, (await owner.Send(HttpMethod.Get, $"/api/lists/{listId}")).Status);
        Assert.Equal("listNotFound", (await owner.Execute(listId, Caller.AddTask(listId, Guid.NewGuid()))).Body["code"]!.GetValue<string>());

        var deleted = await Retry.Until(() => owner.Send(HttpMethod.Get, "/api/me/lists?deleted=true"), a => a.Body.AsArray().Count == 1, TimeSpan.FromSeconds(20));
        Assert.Equal((listId, "List"), (deleted.Body[0]!["listId"]!.GetValue<string>(), deleted.Body[0]!["name"]!.GetValue<string>()));
        Assert.DoesNotContain((await owner.Send(HttpMethod.Get, "/api/me/lists")).Body.AsArray(), list => list!["listId"]!.GetValue<string>() == listId);

        Assert.Equal(404, (await stranger.Execute(listId, Command("restoreList"))).Status);
        Assert.Equal(200, (await owner.Execute(listId, Command("restoreList"))).Status);
        Assert.Single((await owner.Send(HttpMethod.Get, $"/api/lists/{listId}")).Body["tasks"]!.AsArray());
        await Retry.Until(() => owner.Send(HttpMethod.Get, "/api/me/lists"), a => a.Body.AsArray().Any(list => list!["listId"]!.GetValue<string>() == listId), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task ArchivedListIsReadAndNotWritten()
    {
        await using var owner = await Caller.SignUp(product.Host.Url);
        var listId = await owner.NewList();
        Assert.Equal(200, (await owner.Execute(listId, Command("archiveList"))).Status);
        Assert.Equal("listArchived", (await owner.Execute(listId, Caller.AddTask(listId, Guid.NewGuid()))).Body["code"]!.GetValue<string>());
        Assert.NotNull((await owner.Send(HttpMethod.Get, $"/api/lists/{listId}")).Body["archivedAt"]);
        Assert.Equal(200, (await owner.Execute(listId, Command("unarchiveList"))).Status);
        Assert.Equal(200, (await owner.Execute(listId, Caller.AddTask(listId, Guid.NewGuid()))).Status);
    }
}
