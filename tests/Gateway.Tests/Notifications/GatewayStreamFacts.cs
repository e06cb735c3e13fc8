using System.Text.Json.Nodes;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.Logging.Abstractions;
using TaskList.Contracts.Notifications;
using TaskList.Gateway.Lists;
using TaskList.Gateway.Notifications;
using TaskList.Gateway.Tests.Live;
using Xunit;

namespace TaskList.Gateway.Tests.Notifications;

public sealed class GatewayStreamFacts : IDisposable
{
    readonly GatewayMetrics _metrics = new();
    readonly LetterWriter _letters = new(new JsonHubProtocol());
    readonly Outboxes _outboxes;
    readonly UserConnections _connections = new(new EndedSessions(TimeProvider.System));
    readonly FakeCluster _cluster;
    readonly UserEventStream _stream;

    public GatewayStreamFacts()
    {
        (var client, _cluster) = FakeCluster.New();
        _outboxes = new Outboxes(_letters, _metrics, NullLogger<DefaultHubLifetimeManager<ListHub>>.Instance);
        _stream = new UserEventStream(0, client, new UserEventSender(_connections, _outboxes, _letters), NullLogger<UserEventStream>.Instance);
    }

    public void Dispose() => _metrics.Dispose();

    [Fact]
    public async Task ASubscriptionThatWorksIsKept()
    {
        Assert.True(await _stream.Check());
        Assert.True(await _stream.Check());
        Assert.Equal(1, _cluster.Subscriptions);
    }

    [Fact]
    public async Task ASubscriptionThatNoLongerHearsIsReplaced()
    {
        await _stream.Check();
        _cluster.Deaf = true;
        await _stream.Check();
        Assert.Equal(1, _cluster.Subscriptions);

        await _stream.Check();
        Assert.Equal((2, 1), (_cluster.Subscriptions, _cluster.Listening));
        Assert.True(await _stream.Check());
        Assert.Equal(2, _cluster.Subscriptions);
    }

    [Fact]
    public async Task AnEventGoesToItsUsersConnectionsOnly()
    {
        var (user, other) = (Guid.NewGuid(), Guid.NewGuid());
        var (first, second, foreign) = (await Connect(user), await Connect(user), await Connect(other));
        await _stream.Check();

        var notification = new Notification(Guid.NewGuid(), NotificationKind.Assigned, Guid.NewGuid(), "List", null, null, null, null, DateTime.UtcNow, false);
        await _cluster.Publish(new UserEvent(user, notification));
        await _cluster.Publish(new UserEvent(user, null));
        await _cluster.Publish(new UserEvent(Guid.NewGuid(), null));
        _outboxes.PostAll(_letters.Write("End"));

        foreach (var mine in new[] { first, second })
        {
            var heard = await mine.ReadUntil(message => Target(message) == "End");
            Assert.Equal(["Notified", "ListsChanged", "End"], heard.Select(Target));
            Assert.Equal(notification.NotificationId.ToString(), heard[0]["arguments"]![0]!["notificationId"]!.GetValue<string>());
            Assert.Empty(heard[1]["arguments"]!.AsArray());
        }

        Assert.Single(await foreign.ReadUntil(message => Target(message) == "End"));
    }

    static string Target(JsonNode message) => message["target"]!.GetValue<string>();

    async Task<FakeSocket> Connect(Guid userId)
    {
        var context = new FakeConnection();
        var socket = new FakeSocket(context.ConnectionId);
        _connections.Add(context, userId, Guid.NewGuid());
        await _outboxes.OnConnectedAsync(socket.Connection);
        return socket;
    }
}
