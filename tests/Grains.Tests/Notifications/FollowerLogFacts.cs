using Npgsql;
using TaskList.Grains.Notifications;
using Xunit;

namespace TaskList.Grains.Tests.Notifications;

public sealed class FollowerLogFacts(TestPostgres server) : IAsyncLifetime
{
    const int Partition = 3;
    const string Consumer = "test";

    NpgsqlDataSource _postgres = null!;
    FollowerLog _log = null!;

    public async ValueTask InitializeAsync()
    {
        _postgres = NpgsqlDataSource.Create(await server.CreateDatabase());
        _log = new FollowerLog(_postgres);
    }

    public ValueTask DisposeAsync() => _postgres.DisposeAsync();

    [Fact]
    public async Task AChangeThatCommitsLateIsNotSteppedOver()
    {
        var (early, late) = (await _postgres.NewListIn(Partition), await _postgres.NewListIn(Partition));
        await using var slow = await _postgres.OpenConnectionAsync();
        await using var open = await slow.BeginTransactionAsync();
        await slow.Plant(late, 1);
        await _postgres.Plant(early, 1);

        Assert.Empty(await Read(default));

        await open.CommitAsync();
        var read = await ReadWhenSettled(2);
        Assert.Equal([late, early], read.Select(change => change.ListId));
        Assert.True(read[0].Place.Tx < read[1].Place.Tx);
    }

    [Fact]
    public async Task WhatWasHandedOverIsNotReadAgain()
    {
        var list = await _postgres.NewListIn(Partition);
        for (var version = 1; version <= 3; version++) await _postgres.Plant(list, version);

        var all = await ReadWhenSettled(3);
        Assert.Equal([1L, 2L, 3L], all.Select(change => change.Version));
        Assert.Equal([3L], (await Read(all[1].Place)).Select(change => change.Version));
    }

    [Fact]
    public async Task ChangesOfOneTransactionKeepTheirOrder()
    {
        var list = await _postgres.NewListIn(Partition);
        await using var connection = await _postgres.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        for (var version = 1; version <= 20; version++) await connection.Plant(list, version);
        await transaction.CommitAsync();

        Assert.Equal(Enumerable.Range(1, 20).Select(version => (long)version), (await ReadWhenSettled(20)).Select(change => change.Version));
    }

    [Fact]
    public async Task OneReadIsBoundedInRowsAndBytes()
    {
        var list = await _postgres.NewListIn(Partition);
        for (var version = 1; version <= 4; version++) await _postgres.Plant(list, version, new string('x', 1_000));

        Assert.Equal(4, (await ReadWhenSettled(4)).Count);
        Assert.Equal(3, (await Read(default, rows: 3)).Count);
        Assert.Equal(2, (await Read(default, bytes: 1_500)).Count);
        Assert.Single(await Read(default, bytes: 10));
    }

    [Fact]
    public async Task NewsLeaveOutWhatIsQuietAndHeadsTheBytes()
    {
        var (busy, other) = (await _postgres.NewListIn(Partition), await _postgres.NewListIn(Partition));
        await _postgres.Plant(busy, 1);
        await _postgres.Plant(other, 1);
        await _postgres.Plant(busy, 2);
        await _postgres.Plant(busy, 3);
        await using (var hush = _postgres.CreateCommand("UPDATE list_log SET quiet = true WHERE version = 2")) await hush.ExecuteNonQueryAsync();
        await ReadWhenSettled(4);

        Assert.Equal([(busy, 1L), (other, 1), (busy, 3)], (await Read(default, what: FollowerReading.News)).Select(change => (change.ListId, change.Version)));

        var heads = await Read(default, what: FollowerReading.Heads);
        Assert.Equal([(other, 1L), (busy, 3)], heads.Select(change => (change.ListId, change.Version)));
        Assert.All(heads, head => Assert.True(head.Utf8.IsEmpty));
        Assert.Equal([(busy, 3L)], (await Read(heads[0].Place, what: FollowerReading.Heads)).Select(change => (change.ListId, change.Version)));
    }

    [Fact]
    public async Task NothingBelowTheHorizonAppearsLater()
    {
        var list = await _postgres.NewListIn(Partition);
        await using var slow = await _postgres.OpenConnectionAsync();
        await using var open = await slow.BeginTransactionAsync();
        await slow.Plant(list, 1);

        var before = await _log.Read(Partition, default, 10, 1_000, FollowerReading.News, TestContext.Current.CancellationToken);
        Assert.Empty(before.Changes);
        await open.CommitAsync();
        await ReadWhenSettled(1);
        Assert.Single(await Read(before.Horizon, what: FollowerReading.News));
    }

    [Fact]
    public async Task ACursorThatAnotherActivationMovedStaysWhereItIs()
    {
        var start = await _log.Cursor(Consumer, Partition, TestContext.Current.CancellationToken);
        Assert.Equal(default, start);

        Assert.True(await _log.Advance(Consumer, Partition, start, new LogCursor(20, 2)));
        Assert.False(await _log.Advance(Consumer, Partition, start, new LogCursor(10, 1)));
        Assert.Equal(new LogCursor(20, 2), await _log.Cursor(Consumer, Partition, TestContext.Current.CancellationToken));
    }

    /// <summary>The oldest open transaction counts for the whole server, and other tests have theirs: what is committed may be readable a moment later.</summary>
    async Task<List<LoggedChange>> ReadWhenSettled(int count)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            var read = await Read(default);
            if (read.Count >= count) return read;
            await Task.Delay(20, limit.Token);
        }
    }

    async Task<List<LoggedChange>> Read(LogCursor after, int rows = 500, int bytes = 1 << 20, FollowerReading what = FollowerReading.Changes) =>
        (await _log.Read(Partition, after, rows, bytes, what, TestContext.Current.CancellationToken)).Changes;
}
