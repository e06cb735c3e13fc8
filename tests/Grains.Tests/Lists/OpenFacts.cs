using System.Text;
using System.Text.Json;
using TaskList.Contracts;
using TaskList.Contracts.Lists;
using Xunit;

namespace TaskList.Grains.Tests.Lists;

public sealed class OpenFacts(ListCluster cluster) : IClassFixture<ListCluster>
{
    static readonly Guid Owner = Guid.NewGuid();

    async Task<Guid> ListWith(int tasks)
    {
        var listId = await cluster.NewList(Owner);
        await Add(listId, tasks);
        return listId;
    }

    async Task Add(Guid listId, int tasks)
    {
        foreach (var chunk in Enumerable.Range(0, tasks).Chunk(500))
            await cluster.List(listId).ExecuteBatch(Owner, [.. chunk.Select(_ => ListCluster.AddTask(listId, Guid.NewGuid(), Guid.NewGuid()))]);
    }

    async Task<OpenAnswer> Open(OpenRequest request) => (await cluster.List(request.ListId).Open(Owner, request)).Value!;

    static long[] Versions(IEnumerable<RawJson> changes) =>
        [.. changes.Select(change => JsonDocument.Parse(change.Utf8).RootElement.GetProperty("version").GetInt64())];

    [Fact]
    public async Task FirstOpenGivesASnapshot()
    {
        var listId = await ListWith(2);
        var answer = await Open(new OpenRequest(listId));
        Assert.Equal(4, answer.Version);
        var snapshot = JsonDocument.Parse(answer.Snapshot!.Value.Utf8).RootElement;
        Assert.Equal(4, snapshot.GetProperty("version").GetInt64());
        Assert.Equal(2, snapshot.GetProperty("tasks").GetArrayLength());
    }

    [Fact]
    public async Task LaterOpenGivesExactlyTheMissingChanges()
    {
        var listId = await ListWith(300);
        var historyId = (await Open(new OpenRequest(listId))).HistoryId;
        var answer = await Open(new OpenRequest(listId, historyId, 100));
        Assert.Null(answer.Snapshot);
        Assert.Equal(Enumerable.Range(101, 202).Select(v => (long)v), Versions(answer.Changes!));
    }

    [Fact]
    public async Task ChangesThatMemoryHasForgottenComeFromTheLog()
    {
        var listId = await ListWith(1_500);
        var historyId = (await Open(new OpenRequest(listId))).HistoryId;
        await cluster.First.DeactivateAsync(cluster.List(listId));
        var answer = await Open(new OpenRequest(listId, historyId, 2));
        Assert.Equal(Enumerable.Range(3, 1_500).Select(v => (long)v), Versions(answer.Changes!));
    }

    [Fact]
    public async Task TooMuchToCatchUpGivesASnapshotToFetch()
    {
        var listId = await ListWith(2_100);
        var historyId = (await Open(new OpenRequest(listId))).HistoryId;
        var answer = await Open(new OpenRequest(listId, historyId, 1));
        Assert.Equal((2_102L, null, null), (answer.SnapshotAt, answer.Changes, answer.Snapshot));
    }

    [Fact]
    public async Task AnotherHistoryOrAVersionAboveTheHeadGivesASnapshot()
    {
        var listId = await ListWith(1);
        Assert.NotNull((await Open(new OpenRequest(listId, Guid.NewGuid(), 2))).Snapshot);
        var historyId = (await Open(new OpenRequest(listId))).HistoryId;
        Assert.NotNull((await Open(new OpenRequest(listId, historyId, 99))).Snapshot);
    }

    [Fact]
    public async Task PendingIdsThatAreInTheLogAreNamed()
    {
        var (listId, known) = (await ListWith(1), Guid.NewGuid());
        await cluster.List(listId).Execute(Owner, ListCluster.AddTask(listId, known, Guid.NewGuid()), null);
        var answer = await Open(new OpenRequest(listId, Pending: [Guid.NewGuid(), known]));
        Assert.Equal([new Outcome(known, 4)], answer.Outcomes!);
    }

    [Fact]
    public async Task PendingIdsFromBeforeWhatMemoryHoldsAreNamedToo()
    {
        var (listId, old, later) = (await ListWith(1), Guid.NewGuid(), Guid.NewGuid());
        await cluster.List(listId).Execute(Owner, ListCluster.AddTask(listId, old, Guid.NewGuid()), null);
        await Add(listId, 2_100);
        Assert.Equal([new Outcome(old, 4)], (await Open(new OpenRequest(listId, Pending: [Guid.NewGuid(), old]))).Outcomes!);

        // Written after the ids were read, and no longer in memory when it is asked for.
        await cluster.List(listId).Execute(Owner, ListCluster.AddTask(listId, later, Guid.NewGuid()), null);
        await Add(listId, 2_100);
        Assert.Equal([new Outcome(old, 4), new Outcome(later, 2_105)], (await Open(new OpenRequest(listId, Pending: [later, Guid.NewGuid(), old]))).Outcomes!);
    }

    [Fact]
    public async Task WhoIsNoMemberGetsTheAnswerOfAListThatDoesNotExist()
    {
        var listId = await ListWith(1);
        var stranger = await cluster.List(listId).Open(Guid.NewGuid(), new OpenRequest(listId));
        var nowhere = await cluster.List(Guid.NewGuid()).Open(Owner, new OpenRequest(Guid.NewGuid()));
        Assert.Equal(Codes.ListNotFound, stranger.Refusal!.Code);
        Assert.Equal(nowhere.Refusal, stranger.Refusal);
    }

    [Fact]
    public async Task LogAnswerAndSnapshotKeepCyrillicAndEmojiReadable()
    {
        var listId = await ListWith(0);
        await cluster.List(listId).Execute(Owner, ListCluster.Command(new { commandId = Guid.NewGuid(), type = "renameList", name = "Ёлка 😀 \"<b>\"" }), null);
        var answer = await Open(new OpenRequest(listId));
        Assert.Contains("Ёлка 😀 \\\"<b>\\\"", Encoding.UTF8.GetString(answer.Snapshot!.Value.Utf8.Span), StringComparison.Ordinal);
        var row = (await cluster.Log(listId))[^1];
        var changes = (await cluster.List(listId).Changes(Owner, new ChangesRequest(listId, 2, 10))).Value!.Changes;
        Assert.True(changes.Single().Utf8.Span.SequenceEqual(row.Change));
    }

    [Fact]
    public async Task CompressedSnapshotSaysTheSameInAFractionOfTheBytes()
    {
        var listId = await ListWith(tasks: 300);
        var plain = (await cluster.List(listId).Snapshot(Owner, null)).Value!.Snapshot!.Value.Utf8.ToArray();
        var read = (await cluster.List(listId).CompressedSnapshot(Owner, null)).Value!;
        await using var brotli = new System.IO.Compression.BrotliStream(new MemoryStream(read.Brotli!), System.IO.Compression.CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        await brotli.CopyToAsync(unpacked);
        Assert.Equal(plain, unpacked.ToArray());
        Assert.InRange(read.Brotli!.Length, 1, plain.Length / 4);
        Assert.Null((await cluster.List(listId).CompressedSnapshot(Owner, new ListTag(read.HistoryId, read.Version))).Value!.Brotli);
        Assert.Equal(Codes.ListNotFound, (await cluster.List(listId).CompressedSnapshot(Guid.NewGuid(), null)).Refusal!.Code);
    }
}
