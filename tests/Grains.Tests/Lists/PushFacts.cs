using System.Collections.Concurrent;
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
    public async Task ChangeGoesAlongWithTheAnswerToTheGatewayThatAsksAndIsNotPushedThere()
    {
        var listId = await cluster.NewList(Owner);
        var (asks, other) = (new RecordingGateway(), new RecordingGateway());
        var reference = cluster.First.Client.CreateObjectReference<IGatewayObserver>(asks);
        await cluster.List(listId).Subscribe(reference, null);
        await cluster.List(listId).Subscribe(cluster.First.Client.CreateObjectReference<IGatewayObserver>(other), null);

        var answer = await cluster.List(listId).Execute(Owner, ListCluster.AddTask(listId, Guid.NewGuid(), Guid.NewGuid()), null, reference.GetGrainId());
        Assert.Equal((2, 3), (answer.Shown!.From, answer.Shown.To));
        Assert.Equal(3, answer.Shown.Changes.Single().Version);
        Assert.Equal(3, (await other.Next(Patience)).Version);

        // Somebody else's change is pushed, and it is the next one.
        Assert.Null((await cluster.List(listId).Execute(Owner, ListCluster.AddTask(listId, Guid.NewGuid(), Guid.NewGuid()), null)).Shown);
        Assert.Equal(4, (await asks.Next(Patience)).Version);
        GC.KeepAlive(asks);
        GC.KeepAlive(other);
    }

    [Fact]
    public async Task EachChangeReachesTheGatewayOnceByAnswerOrByPush()
    {
        var listId = await cluster.NewList(Owner);
        var gateway = new RecordingGateway();
        var reference = cluster.First.Client.CreateObjectReference<IGatewayObserver>(gateway);
        await cluster.List(listId).Subscribe(reference, null);

        var shown = new ConcurrentBag<long>();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async writer =>
        {
            for (var i = 0; i < 50; i++)
            {
                var answer = await cluster.List(listId).Execute(Owner, ListCluster.AddTask(listId, Guid.NewGuid(), Guid.NewGuid()), null, writer == 0 ? reference.GetGrainId() : null);
                foreach (var change in answer.Shown?.Changes ?? []) shown.Add(change.Version);
            }
        }));

        while (shown.Count < 200) shown.Add((await gateway.Next(Patience)).Version);
        Assert.Equal(Enumerable.Range(3, 200).Select(version => (long)version), shown.Order());
        GC.KeepAlive(gateway);
    }

    [Fact]
    public async Task RepeatedCommandDoesNotBringAlongWhatIsOnItsWay()
    {
        var listId = await cluster.NewList(Owner);
        var silent = new SilentGateway();
        var reference = cluster.First.Client.CreateObjectReference<IGatewayObserver>(silent);
        await cluster.List(listId).Subscribe(reference, null);

        var command = ListCluster.AddTask(listId, Guid.NewGuid(), Guid.NewGuid());
        await cluster.List(listId).Execute(Owner, command, null);
        await silent.Asked.Task.WaitAsync(Patience);
        var again = await cluster.List(listId).Execute(Owner, command, null, reference.GetGrainId());
        Assert.Equal((3, null), (again.Version, again.Shown));
        silent.Ends.SetResult();
        GC.KeepAlive(silent);
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

    /// <summary>One that died without a word: what is pushed to it is never answered.</summary>
    [Fact]
    public async Task NobodyWaitsForAGatewayThatIsSilent()
    {
        var listId = await cluster.NewList(Owner);
        var (silent, heard) = (new SilentGateway(), new RecordingGateway());
        await cluster.List(listId).Subscribe(cluster.First.Client.CreateObjectReference<IGatewayObserver>(silent), null);
        await cluster.List(listId).Subscribe(cluster.First.Client.CreateObjectReference<IGatewayObserver>(heard), null);

        await cluster.List(listId).Execute(Owner, ListCluster.AddTask(listId, Guid.NewGuid(), Guid.NewGuid()), null);
        await silent.Asked.Task.WaitAsync(Patience);
        for (var i = 0; i < 50; i++) Assert.True((await cluster.List(listId).Execute(Owner, ListCluster.AddTask(listId, Guid.NewGuid(), Guid.NewGuid()), null)).Accepted);
        for (var version = 3; version <= 53; version++) Assert.Equal(version, (await heard.Next(Patience)).Version);

        // All of it was answered and shown while the first push still hung, and nothing was sent after that one.
        Assert.Equal(1, silent.Pushes);
        silent.Ends.SetResult();
        GC.KeepAlive(silent);
        GC.KeepAlive(heard);
    }

    sealed class SilentGateway : IGatewayObserver
    {
        int _pushes;

        public int Pushes => Volatile.Read(ref _pushes);

        public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Ends { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Push(Guid listId, PushedChanges changes)
        {
            Interlocked.Increment(ref _pushes);
            Asked.TrySetResult();
            return Ends.Task;
        }

        public Task ShowPresence(Guid listId, PresencePicture picture) => Task.CompletedTask;
    }
}
