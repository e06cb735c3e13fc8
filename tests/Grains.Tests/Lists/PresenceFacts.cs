using System.Threading.Channels;
using TaskList.Contracts.Lists;
using Xunit;

namespace TaskList.Grains.Tests.Lists;

public sealed class PresenceFacts(ListCluster cluster) : IClassFixture<ListCluster>
{
    static readonly Guid Owner = Guid.NewGuid();
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    static readonly DateTime Noon = new(2026, 1, 1, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void OneEntryAUserAndTheNewestWordCounts()
    {
        var (anna, boris, task) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var shown = Viewer.Shown([new(anna, task, "title", Noon), new(boris, null, null, Noon.AddSeconds(1)), new(anna, task, null, Noon.AddSeconds(2))]);
        Assert.Equal([(anna, task, null), (boris, null, null)], shown.Select(viewer => (viewer.UserId, viewer.TaskId, viewer.Field)));
    }

    [Fact]
    public void AtMostFiftyNamesAndWhoeverIsAtATaskFirst()
    {
        var watching = Enumerable.Range(0, 100).Select(i => new Viewer(Guid.NewGuid(), null, null, Noon.AddSeconds(i))).ToArray();
        var editing = new Viewer(Guid.NewGuid(), Guid.NewGuid(), "title", Noon.AddHours(1));
        var shown = Viewer.Shown([.. watching, editing]);
        Assert.Equal(50, shown.Length);
        Assert.Equal([editing, .. watching.Take(49)], shown);
    }

    [Fact]
    public async Task PicturesAreThrottledAndTheLastWordIsShown()
    {
        var listId = await cluster.NewList(Owner);
        var gateway = new PictureGateway();
        var reference = cluster.First.Client.CreateObjectReference<IGatewayObserver>(gateway);
        await cluster.List(listId).Subscribe(reference, null);
        var presence = cluster.First.Client.GetGrain<IPresenceGrain>(listId);

        var last = Guid.NewGuid();
        // Calls under way at once may overtake each other, so the last word waits for the others.
        await Task.WhenAll(Enumerable.Range(0, 199).Select(i => presence.Report(reference, [new Viewer(Owner, Guid.NewGuid(), null, Noon.AddSeconds(i))])));
        await presence.Report(reference, [new Viewer(Owner, last, null, Noon.AddSeconds(199))]);
        List<PresencePicture> pictures = [];
        do pictures.Add(await gateway.Next(Patience));
        while (pictures[^1].Viewers is not [{ TaskId: { } taskId }] || taskId != last);

        Assert.All(pictures.Zip(pictures.Skip(1)), pair =>
            Assert.True(pair.Second.Stamp - pair.First.Stamp >= (PresenceTimes.Throttle - TimeSpan.FromMilliseconds(20)).Ticks));
        Assert.All(pictures, picture => Assert.False(picture.Shared));
        GC.KeepAlive(gateway);
    }

    [Fact]
    public async Task GatewayThatFallsSilentIsForgottenWhereOthersListen()
    {
        var listId = await cluster.NewList(Owner);
        var (silent, speaking) = (new PictureGateway(), new PictureGateway());
        var references = new[] { silent, speaking }.Select(cluster.First.Client.CreateObjectReference<IGatewayObserver>).ToArray();
        foreach (var reference in references) await cluster.List(listId).Subscribe(reference, null);
        var presence = cluster.First.Client.GetGrain<IPresenceGrain>(listId);

        await presence.Report(references[0], [new Viewer(Owner, null, null, Noon)]);
        await speaking.Until(picture => picture is { Shared: true, Viewers.Length: 1 }, Patience);
        await speaking.Until(picture => picture.Viewers.Length == 0, Patience);

        // A word from nowhere, as after the death of the grain's silo, is taken like any other.
        await presence.Report(references[1], [new Viewer(Owner, null, "name", Noon)]);
        await speaking.Until(picture => picture.Viewers is [{ Field: "name" }], Patience);
        GC.KeepAlive(silent);
    }

    sealed class PictureGateway : IGatewayObserver
    {
        readonly Channel<PresencePicture> _pictures = Channel.CreateUnbounded<PresencePicture>();

        public Task Push(Guid listId, PushedChanges changes) => Task.CompletedTask;

        public async Task ShowPresence(Guid listId, PresencePicture picture) => await _pictures.Writer.WriteAsync(picture);

        public async Task<PresencePicture> Next(TimeSpan patience) => await _pictures.Reader.ReadAsync().AsTask().WaitAsync(patience);

        public async Task Until(Func<PresencePicture, bool> fits, TimeSpan patience)
        {
            while (!fits(await Next(patience)))
            {
                // Pictures on the way there.
            }
        }
    }
}
