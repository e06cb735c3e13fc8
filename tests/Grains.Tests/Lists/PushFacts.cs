using System.Threading.Channels;
using TaskList.Contracts.Lists;
using Xunit;

namespace TaskList.Grains.Tests.Lists;

public sealed class PushFacts(ListCluster cluster) : IClassFixture<ListCluster>
{
    static readonly Guid Owner = Guid.NewGuid();
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task GatewayGetsEveryChangeOnceAndInOrder()
    {
        var listId = await cluster.NewList(Owner);
        var gateway = new RecordingGateway();
        var reference = cluster.First.Client.CreateObjectReference<IGatewayObserver>(gateway);
        Assert.Equal(2, (await cluster.List(listId).Subscribe(reference, null)).To);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            for (var i = 0; i < 50; i++) await cluster.List(listId).Execute(Owner, ListCluster.AddTask(listId, Guid.NewGuid(), Guid.NewGuid()), null);
        }));

        for (var version = 3; version <= 402; version++) Assert.Equal(version, (await gateway.Next(Patience)).Version);
        GC.KeepAlive(gateway);
    }

    [Fact]
    public async Task SubscribingReturnsWhatTheGatewayLacks()
    {
        var listId = await cluster.NewList(Owner);
        var gateway = new RecordingGateway();
        var reference = cluster.First.Client.CreateObjectReference<IGatewayObserver>(gateway);
        var head = await cluster.List(listId).Subscribe(reference, null);
        await cluster.List(listId).Unsubscribe(reference);
        await cluster.List(listId).Execute(Owner, ListCluster.AddTask(listId, Guid.NewGuid(), Guid.NewGuid()), null);

        var missed = await cluster.List(listId).Subscribe(reference, new ListTag(head.HistoryId, head.To));
        Assert.Equal((2, 3), (missed.From, missed.To));
        Assert.Equal(3, missed.Changes.Single().Version);
        GC.KeepAlive(gateway);
    }

    [Fact]
    public async Task RemovalIsAnnouncedWithTheChangeThatRemoves()
    {
        var (listId, member) = (await cluster.NewList(Owner), Guid.NewGuid());
        await cluster.List(listId).AddMember(member, Role.Viewer, Guid.NewGuid());
        var gateway = new RecordingGateway();
        await cluster.List(listId).Subscribe(cluster.First.Client.CreateObjectReference<IGatewayObserver>(gateway), null);
        await cluster.List(listId).Execute(Owner, ListCluster.Command(new { commandId = Guid.NewGuid(), type = "removeMember", userId = member }), null);
        Assert.Equal([member], (await gateway.Next(Patience)).RemovedUserIds!);
        GC.KeepAlive(gateway);
    }

    sealed class RecordingGateway : IGatewayObserver
    {
        readonly Channel<PushedChange> _changes = Channel.CreateUnbounded<PushedChange>();

        public async Task Push(Guid listId, PushedChanges changes)
        {
            foreach (var change in changes.Changes) await _changes.Writer.WriteAsync(change);
        }

        public Task ShowPresence(Guid listId, PresencePicture picture) => Task.CompletedTask;

        public async Task<PushedChange> Next(TimeSpan patience) => await _changes.Reader.ReadAsync().AsTask().WaitAsync(patience);
    }
}
