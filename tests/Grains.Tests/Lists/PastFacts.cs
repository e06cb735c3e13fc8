using System.Text.Json;
using TaskList.Contracts;
using TaskList.Contracts.Lists;
using TaskList.Grains.Lists;
using Xunit;

namespace TaskList.Grains.Tests.Lists;

/// <summary>The list as it was.</summary>
public sealed class PastFacts(ListCluster cluster) : IClassFixture<ListCluster>
{
    static readonly Guid Owner = Guid.NewGuid();

    async Task Rename(Guid listId, string name)
    {
        var answer = await cluster.List(listId).Execute(Owner, ListCluster.Command(new { commandId = Guid.NewGuid(), type = "renameList", name }), null);
        Assert.True(answer.Accepted);
    }

    async Task<Result<SnapshotAnswer>> At(Guid listId, long? version, DateTime? time = null, Guid? actor = null) =>
        await cluster.List(listId).SnapshotAt(actor ?? Owner, new PastPoint(version, time), null);

    static string Name(Result<SnapshotAnswer> read) => JsonDocument.Parse(read.Value!.Snapshot!.Value.Utf8).RootElement.GetProperty("name").GetString()!;

    [Fact]
    public async Task EveryVersionIsThereAsItWas()
    {
        var listId = await cluster.NewList(Owner);
        for (var version = 3; version < 10; version++) await Rename(listId, $"v{version}");
        for (var version = 3; version < 10; version++)
        {
            var read = await At(listId, version);
            Assert.Equal(($"v{version}", version), (Name(read), read.Value!.Version));
        }

        var now = (await cluster.List(listId).Snapshot(Owner, null)).Value!;
        Assert.True((await At(listId, 9)).Value!.Snapshot!.Value.Utf8.Span.SequenceEqual(now.Snapshot!.Value.Utf8.Span));
    }

    [Fact]
    public async Task VersionThatIsNotInTheLogIsNotFound()
    {
        var listId = await cluster.NewList(Owner);
        Assert.Equal(Codes.VersionNotFound, (await At(listId, 0)).Refusal!.Code);
        Assert.Equal(Codes.VersionNotFound, (await At(listId, 3)).Refusal!.Code);
        Assert.Equal(Codes.VersionNotFound, (await At(listId, null, DateTime.UtcNow.AddHours(-1))).Refusal!.Code);
        Assert.Equal(Codes.ListNotFound, (await At(listId, 1, actor: Guid.NewGuid())).Refusal!.Code);
    }

    [Fact]
    public async Task TimeNamesTheLastVersionWrittenByThen()
    {
        var listId = await cluster.NewList(Owner);
        for (var i = 0; i < 5; i++) await Rename(listId, $"n{i}");
        foreach (var row in await cluster.Log(listId))
        {
            var last = (await cluster.Log(listId)).Last(other => other.At <= row.At).Version;
            Assert.Equal(last, (await At(listId, null, row.At)).Value!.Version);
        }

        Assert.Equal(7, (await At(listId, null, DateTime.UtcNow.AddMinutes(1))).Value!.Version);
    }

    [Fact]
    public async Task PastBehindMilestonesIsReplayedFromTheNearestOne()
    {
        var listId = await cluster.NewList(Owner);
        for (var round = 0; round < 12; round++)
        {
            RawJson[] many = [.. Enumerable.Range(0, 450).Select(i => ListCluster.Command(new { commandId = Guid.NewGuid(), type = "renameList", name = $"{round}.{i}" }))];
            Assert.All(await cluster.List(listId).ExecuteBatch(Owner, many), answer => Assert.True(answer.Accepted));
        }

        var milestones = new Milestones(cluster.Postgres);
        await cluster.First.DeactivateAsync(cluster.List(listId));
        var nearest = await milestones.Nearest(listId, 5_000);
        Assert.NotNull(nearest);
        Assert.InRange(nearest.Version, 2_048, 5_000);
        Assert.Equal("11.0", Name(await At(listId, 2 + (11 * 450) + 1)));
        Assert.Equal("0.5", Name(await At(listId, 8)));

        // A milestone is believed only as far as the log it stands on; without any, the answer is the same.
        await using var forget = cluster.Postgres.CreateCommand("DELETE FROM list_milestone");
        await forget.ExecuteNonQueryAsync();
        Assert.Equal("5.0", Name(await At(listId, 2 + (5 * 450) + 1)));
    }

    [Fact]
    public void MilestonesStandCloserTheNewerTheyAre()
    {
        List<long> kept = [];
        for (var version = 2_048L; version <= 2_048 * 400; version += 2_048)
        {
            if (kept.Count == Milestones.MaxKept) kept.Remove(Milestones.Superfluous(kept, version));
            kept.Add(version);
        }

        long[] stops = [0, .. kept];
        Assert.Equal(Milestones.MaxKept, kept.Count);
        for (var i = 1; i < stops.Length - 1; i++)
        {
            // What a look at the version before a stop has to replay, against how far back that is.
            Assert.InRange(stops[i] - stops[i - 1], 2_048, Math.Max(4_096, (stops[^1] - stops[i - 1]) / 2));
        }
    }
}
