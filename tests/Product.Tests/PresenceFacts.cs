using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Xunit;

namespace TaskList.Product.Tests;

/// <summary>Who is at a list, as everybody who has it open sees it, through either gateway.</summary>
[Collection(GatewayPairs.Name)]
public sealed class PresenceFacts(GatewayPair pair)
{
    static readonly object Nothing = new();

    [Fact]
    public async Task WhatOneEditsTheOtherSeesThroughAnotherGateway()
    {
        await using var anna = await Caller.SignUp(pair.First.Url);
        await using var boris = await Caller.SignUp(pair.First.Url);
        var listId = await anna.NewList();
        await anna.Invite(boris, listId, "editor");
        var (first, seenByAnna) = await At(pair.First.Url, anna, listId);
        var (second, seenByBoris) = await At(pair.Second.Url, boris, listId);
        await using var _ = first;
        await using var __ = second;

        var taskId = Guid.NewGuid().ToString();
        await first.InvokeAsync("SetPresence", listId, new { taskId, field = "title" });
        Assert.Equal([(anna.UserId, taskId, "title")], Viewers(await seenByBoris.Next()));
        await second.InvokeAsync("SetPresence", listId, Nothing);
        await seenByAnna.Next(picture => Viewers(picture).SequenceEqual([(anna.UserId, taskId, "title"), (boris.UserId, null, null)]));

        // Whoever comes later is told at once; whoever closes the list is no longer there.
        var (third, seenByThird) = await At(pair.Second.Url, anna, listId);
        await using var ___ = third;
        Assert.Equal(2, Viewers(await seenByThird.Next()).Length);
        await first.InvokeAsync("Close", listId);
        await seenByBoris.Next(picture => Viewers(picture).SequenceEqual([(boris.UserId, null, null)]));
    }

    [Fact]
    public async Task RemovedUserDisappearsAndSeesNobodyAnyMore()
    {
        await using var owner = await Caller.SignUp(pair.First.Url);
        await using var guest = await Caller.SignUp(pair.First.Url);
        var listId = await owner.NewList();
        await owner.Invite(guest, listId, "viewer");
        var (mine, seen) = await At(pair.First.Url, owner, listId);
        var (theirs, seenByGuest) = await At(pair.Second.Url, guest, listId);
        await using var _ = mine;
        await using var __ = theirs;
        await theirs.InvokeAsync("SetPresence", listId, Nothing);
        await seen.Next(picture => Viewers(picture).Length == 1);
        var lost = new Ear(theirs, "AccessLost");

        await owner.Execute(listId, $$"""{"commandId":"{{Guid.NewGuid()}}","type":"removeMember","userId":"{{guest.UserId}}"}""");
        await lost.Next();
        seenByGuest.Rest();
        await seen.Next(picture => Viewers(picture).Length == 0);
        await mine.InvokeAsync("SetPresence", listId, new { field = "name" });
        await seen.Next(picture => Viewers(picture).Length == 1);

        var refused = await Assert.ThrowsAsync<HubException>(() => theirs.InvokeAsync("SetPresence", listId, Nothing));
        Assert.EndsWith("listNotFound", refused.Message, StringComparison.Ordinal);
        Assert.Empty(seenByGuest.Rest());
    }

    [Fact]
    public async Task PresenceIsForListsThatAreOpen()
    {
        await using var owner = await Caller.SignUp(pair.First.Url);
        var listId = await owner.NewList();
        await using var hub = await owner.Connect(pair.First.Url);
        await Assert.ThrowsAsync<HubException>(() => hub.InvokeAsync("SetPresence", listId, Nothing));
        await hub.InvokeAsync<JsonNode>("Open", new { listId });
        var refused = await Assert.ThrowsAsync<HubException>(() => hub.InvokeAsync("SetPresence", listId, new { field = new string('x', 65) }));
        Assert.EndsWith("invalidField", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoeverWasOnAGatewayThatDiedIsSoonGone()
    {
        await using var owner = await Caller.SignUp(pair.First.Url);
        var listId = await owner.NewList();
        var (here, seen) = await At(pair.First.Url, owner, listId);
        await using var guest = await Caller.SignUp(pair.First.Url);
        await owner.Invite(guest, listId, "viewer");
        var (there, _) = await At(pair.Second.Url, guest, listId);
        await using var __ = here;
        await using var ___ = there;
        await there.InvokeAsync("SetPresence", listId, Nothing);
        await seen.Next(picture => Viewers(picture).Length == 1);

        await pair.Second.KillAsync();
        var dead = Stopwatch.StartNew();
        await seen.Next(picture => Viewers(picture).Length == 0);
        // The promise is 15 s of the product's own clocks; the machine may be busy with something else.
        Assert.InRange(dead.Elapsed, TimeSpan.Zero, Ear.Patience);
        await pair.Second.StartAsync();
    }

    static async Task<(HubConnection Hub, Ear Presence)> At(string url, Caller caller, string listId)
    {
        var hub = caller.Hub(url);
        var presence = new Ear(hub, "Presence");
        await hub.StartAsync();
        await hub.InvokeAsync<JsonNode>("Open", new { listId });
        return (hub, presence);
    }

    static (string UserId, string? TaskId, string? Field)[] Viewers(JsonNode picture) =>
    [
        .. picture["viewers"]!.AsArray().Select(viewer => (viewer!["userId"]!.GetValue<string>(), viewer["taskId"]?.GetValue<string>(), viewer["field"]?.GetValue<string>())),
    ];
}
