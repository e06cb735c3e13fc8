using Microsoft.Extensions.Logging.Abstractions;
using TaskList.Contracts.Notifications;
using TaskList.Gateway.Notifications;
using Xunit;

namespace TaskList.Gateway.Tests.Notifications;

public sealed class GatewayStreamFacts
{
    readonly FakeHub _hub = new();
    readonly UserConnections _connections = new(new EndedSessions(TimeProvider.System));
    readonly FakeCluster _cluster;
    readonly UserEventStream _stream;

    public GatewayStreamFacts()
    {
        (var client, _cluster) = FakeCluster.New();
        _stream = new UserEventStream(0, client, new UserEventSender(_hub, _connections), NullLogger<UserEventStream>.Instance);
    }

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
        var (first, second, foreign) = (new FakeConnection(), new FakeConnection(), new FakeConnection());
        _connections.Add(first, user, Guid.NewGuid());
        _connections.Add(second, user, Guid.NewGuid());
        _connections.Add(foreign, other, Guid.NewGuid());
        await _stream.Check();

        var notification = new Notification(Guid.NewGuid(), NotificationKind.Assigned, Guid.NewGuid(), "List", null, null, null, null, DateTime.UtcNow, false);
        await _cluster.Publish(new UserEvent(user, notification));
        await _cluster.Publish(new UserEvent(user, null));
        await _cluster.Publish(new UserEvent(Guid.NewGuid(), null));

        Assert.Equal(["Notified", "ListsChanged"], _hub.Sent.Select(sent => sent.Method));
        Assert.All(_hub.Sent, sent => Assert.Equal(new[] { first.ConnectionId, second.ConnectionId }.Order(), sent.Connections.Order()));
        Assert.Equal([notification], _hub.Sent[0].Arguments);
        Assert.Empty(_hub.Sent[1].Arguments);
    }
}
