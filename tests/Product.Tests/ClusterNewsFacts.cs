using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR.Client;
using TaskList.LocalServices;
using Xunit;

namespace TaskList.Product.Tests;

/// <summary>News travel between processes: from a gateway through a follower on some silo to another gateway, and again after silos died.</summary>
public sealed class ClusterNewsFacts : IAsyncLifetime
{
    // Silence of a dead silo, the followers' next wake and the gateways' proof of their subscriptions, together.
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(100);

    readonly string _folder = Directory.CreateTempSubdirectory("tasklist-news-").FullName;
    readonly Channel<string> _heard = Channel.CreateUnbounded<string>();
    readonly List<string> _assigned = [];
    ProductCluster _cluster = null!;

    public async ValueTask InitializeAsync() => _cluster = await ProductCluster.StartAsync(new ProductClusterOptions
    {
        Folder = _folder,
        Silos = 2,
        Gateways = 2,
        Settings = new Dictionary<string, string?> { ["Limits"] = "off" },
    });

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task NewsReachAnotherGatewayAndComeBackAfterSilosDied()
    {
        ProductHost[] gateways = [.. _cluster.Gateways];
        await using var owner = await Caller.SignUp(gateways[0].Url);
        await using var guest = await Caller.SignUp(gateways[1].Url);
        var listId = await owner.NewList();
        var invite = await owner.Send(HttpMethod.Post, $"/api/lists/{listId}/invites", """{"role":"editor"}""");
        await guest.Send(HttpMethod.Post, $"/api/invites/{invite.Body["token"]}/accept");
        await using var hub = guest.Hub(gateways[1].Url);
        hub.On<JsonNode>("Notified", item => _heard.Writer.TryWrite(item["taskId"]!.GetValue<string>()));
        await hub.StartAsync();

        await AssignUntilHeard(owner, guest, listId);
        await _cluster["silo-2"].KillAsync();
        await AssignUntilHeard(owner, guest, listId);
        await _cluster["silo-2"].StartAsync();
        await _cluster["silo-1"].KillAsync();
        await AssignUntilHeard(owner, guest, listId);

        // A push may be lost with a silo; the inbox has everything, once.
        var inbox = await Retry.Until(
            async () => (await guest.Send(HttpMethod.Get, "/api/me/inbox")).Body, answer => answer is JsonArray items && items.Count >= _assigned.Count, Patience);
        Assert.Equal(_assigned.Order(), inbox.AsArray().Select(item => item!["taskId"]!.GetValue<string>()).Order());
        Assert.Equal(HubConnectionState.Connected, hub.State);
    }

    /// <summary>Gives the guest one task after the other until news of one arrive.</summary>
    async Task AssignUntilHeard(Caller owner, Caller guest, string listId)
    {
        using var limit = new CancellationTokenSource(Patience);
        var before = _assigned.Count;
        while (true)
        {
            _assigned.Add(await Assign(owner, guest, listId));
            using var moment = CancellationTokenSource.CreateLinkedTokenSource(limit.Token);
            moment.CancelAfter(TimeSpan.FromSeconds(2));
            try
            {
                while (_assigned.IndexOf(await _heard.Reader.ReadAsync(moment.Token)) < before)
                {
                    // Late news of an earlier round prove nothing.
                }

                return;
            }
            catch (OperationCanceledException) when (!limit.IsCancellationRequested)
            {
                // Not yet; the next one, then.
            }
        }
    }

    static async Task<string> Assign(Caller owner, Caller guest, string listId)
    {
        var taskId = Guid.NewGuid().ToString();
        string[] commands =
        [
            $$"""{"commandId":"{{Guid.NewGuid()}}","type":"addTask","taskId":"{{taskId}}","sectionId":"{{listId}}","title":"Task"}""",
            $$"""{"commandId":"{{Guid.NewGuid()}}","type":"assign","taskId":"{{taskId}}","userId":"{{guest.UserId}}"}""",
        ];
        foreach (var command in commands) await Retry.Until(() => owner.Execute(listId, command), answer => answer.Status == 200, Patience);
        return taskId;
    }
}
