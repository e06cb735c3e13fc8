using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.SignalR.Client;
using Xunit;

namespace TaskList.Product.Tests;

/// <summary>Access ends with the version that ends it, on every gateway, whatever races with it.</summary>
[Collection(GatewayPairs.Name)]
public sealed class AccessFacts(GatewayPair pair)
{
    const int Guests = 8;

    static int Removals => Tier.IsLong ? 5_000 : 600;

    /// <summary>Guests are let in and removed while all their sockets open the list again and again, others edit it, and a gateway dies.</summary>
    [Fact]
    public async Task NobodyIsSentAVersionFromOutsideTheirMembership()
    {
        await using var owner = await Caller.SignUp(pair.First.Url);
        var listId = await owner.NewList();
        using var stop = new CancellationTokenSource();
        var load = Enumerable.Range(0, 2).Select(_ => CommandLoad.Run(owner, listId, TimeSpan.FromMilliseconds(5), stop.Token)).ToArray();

        var removed = 0;
        var heard = new ConcurrentQueue<(string UserId, long Version)>();
        var guests = await Task.WhenAll(Enumerable.Range(0, Guests).Select(_ => Caller.SignUp(pair.First.Url)));
        var sockets = guests.SelectMany(guest => new[] { pair.First.Url, pair.Second.Url }.Select(url => KeepOpening(guest, url, listId, heard, stop.Token))).ToArray();
        var comings = guests.Select(async guest =>
        {
            while (Interlocked.Increment(ref removed) <= Removals)
            {
                await owner.Invite(guest, listId, "viewer");
                await owner.Execute(listId, Caller.RemoveMember(guest));
            }
        }).ToArray();

        var half = Retry.Until(() => Task.FromResult(Volatile.Read(ref removed)), count => count > Removals / 2, TimeSpan.FromMinutes(5));
        await await Task.WhenAny([half, .. comings]);
        await pair.Second.KillAsync();
        await pair.Second.StartAsync();
        await Task.WhenAll(comings);
        await stop.CancelAsync();
        await Task.WhenAll([.. load, .. sockets]);

        var log = await owner.Log(listId);
        var members = guests.ToDictionary(guest => guest.UserId, guest => Memberships(log, guest.UserId));
        Assert.Equal(Removals, members.Values.Sum(times => times.Count));
        Assert.True(heard.Count > Removals / 10, $"Only {heard.Count} changes were heard: the race was none.");
        Assert.DoesNotContain(heard, word => !members[word.UserId].Exists(time => word.Version >= time.From && word.Version < time.To));
    }

    /// <summary>All of the session's, and nobody else's. That it takes 4 s at most follows from how often gateways ask (<c>SessionEndFacts</c>).</summary>
    [Fact]
    public async Task SignOutEndsConnectionsOnEveryGateway()
    {
        await using var user = await Caller.SignUp(pair.First.Url);
        await using var again = user.With(user.Token);
        var login = await again.Send(HttpMethod.Post, "/api/auth/login", JsonSerializer.Serialize(new { email = user.Email, password = Caller.Password }));
        var other = login.Body["accessToken"]!.GetValue<string>();
        string[] urls = [pair.First.Url, pair.Second.Url, pair.First.Url, pair.Second.Url];
        var ending = await Task.WhenAll(urls.Select(url => LightSocket.Connect(url, user.Token)));
        var staying = await Task.WhenAll(urls.Select(url => LightSocket.Connect(url, other)));
        foreach (var socket in ending.Concat(staying)) socket.Read();

        Assert.Equal(204, (await user.SignOut()).Status);
        await Task.WhenAll(ending.Select(socket => socket.Reading)).WaitAsync(Ear.Patience);
        var listId = await user.With(other).NewList();
        foreach (var socket in staying) Assert.NotNull(await socket.Call("Open", new { listId }));
        foreach (var socket in ending.Concat(staying)) socket.Dispose();
    }

    [Fact]
    public async Task LoweredRoleEndsWritingFromItsVersionAndReadingGoesOn()
    {
        await using var owner = await Caller.SignUp(pair.First.Url);
        await using var guest = await Caller.SignUp(pair.First.Url);
        var listId = await owner.NewList();
        await owner.Invite(guest, listId, "editor");
        await using var hub = guest.Hub(pair.Second.Url);
        var changed = new Ear(hub, "Changed");
        await hub.StartAsync();
        await hub.InvokeAsync<JsonNode>("Open", new { listId });

        await owner.Execute(listId, $$"""{"commandId":"{{Guid.NewGuid()}}","type":"setMemberRole","userId":"{{guest.UserId}}","role":"viewer"}""");
        var answer = await hub.InvokeAsync<JsonNode>("Execute", listId, JsonNode.Parse(Caller.AddTask(listId, Guid.NewGuid())));
        Assert.Equal("notAllowed", answer["code"]!.GetValue<string>());
        Assert.Equal("memberRoleSet", (await changed.Next())["changes"]![0]!["events"]![0]!["type"]!.GetValue<string>());
        await owner.Execute(listId, Caller.AddTask(listId, Guid.NewGuid()));
        Assert.Equal("taskAdded", (await changed.Next())["changes"]![0]!["events"]![0]!["type"]!.GetValue<string>());
    }

    static async Task KeepOpening(Caller guest, string url, string listId, ConcurrentQueue<(string, long)> heard, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                using var socket = await LightSocket.Connect(url, guest.Token, stop);
                socket.Heard = (name, argument) =>
                {
                    if (name != "Changed") return;
                    foreach (var change in argument.GetProperty("changes").EnumerateArray()) heard.Enqueue((guest.UserId, change.GetProperty("version").GetInt64()));
                };
                socket.Read();
                while (!stop.IsCancellationRequested && !socket.Reading.IsCompleted) await TryOpen(socket, listId);
            }
            catch (Exception fault) when (fault is System.Net.WebSockets.WebSocketException or IOException or OperationCanceledException)
            {
                // The gateway has just been killed.
                await Task.Delay(50, CancellationToken.None);
            }
        }
    }

    static async Task TryOpen(LightSocket socket, string listId)
    {
        try
        {
            await socket.Call("Open", new { listId });
        }
        catch (InvalidOperationException)
        {
            // Not a member at this moment.
        }
    }

    /// <summary>From the version that let somebody in up to, but without, the one that removed them.</summary>
    static List<(long From, long To)> Memberships(List<JsonNode> log, string userId)
    {
        List<(long From, long To)> times = [];
        long from = 0;
        foreach (var change in log)
        {
            foreach (var happened in change["events"]!.AsArray())
            {
                if (happened!["userId"]?.GetValue<string>() != userId) continue;
                var version = change["version"]!.GetValue<long>();
                if (happened["type"]!.GetValue<string>() == "memberAdded") from = version;
                if (happened["type"]!.GetValue<string>() == "memberRemoved") times.Add((from, version));
            }
        }

        return times;
    }
}
