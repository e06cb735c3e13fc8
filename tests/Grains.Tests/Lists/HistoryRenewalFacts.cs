using Npgsql;
using TaskList.Grains.Lists;
using TaskList.Grains.Notifications;
using TaskList.Grains.Tests.Notifications;
using Xunit;

namespace TaskList.Grains.Tests.Lists;

public sealed class HistoryRenewalFacts(TestPostgres server) : IAsyncLifetime
{
    const int Partition = 5;
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
    public async Task EveryListGetsANewHistoryAndFollowersStayWhereTheyAre()
    {
        var list = await _postgres.NewListIn(Partition);
        await _postgres.Plant(list, 1);
        var before = await History();
        var cursor = await _log.Cursor(Consumer, Partition, TestContext.Current.CancellationToken);
        Assert.True(await _log.Advance(Consumer, Partition, cursor, new LogCursor(1, 1)));

        var (history, renumbered) = await new HistoryRenewal(_postgres).Run();

        Assert.False(renumbered);
        Assert.NotEqual(before, history);
        Assert.Equal(history, await History());
        Assert.Equal(new LogCursor(1, 1), await _log.Cursor(Consumer, Partition, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task LogFromAnotherServerIsFollowedFromWhereItWasLeft()
    {
        var list = await _postgres.NewListIn(Partition);
        for (var version = 1; version <= 4; version++) await _postgres.Plant(list, version);
        var cursor = await _log.Cursor(Consumer, Partition, TestContext.Current.CancellationToken);

        // As a dump brings it: the numbers of a server that had come much further. Two rows were handed over there.
        await Tell("UPDATE list_log SET tx = (9000000000 + version)::text::xid8");
        await Tell("UPDATE follower_cursor SET tx = '9000000002', seq = (SELECT seq FROM list_log WHERE version = 2)");
        Assert.Equal(cursor, new LogCursor(0, 0));
        Assert.Empty(await Read());

        var (_, renumbered) = await new HistoryRenewal(_postgres).Run();
        await _postgres.Plant(list, 5);

        Assert.True(renumbered);
        Assert.Equal("3 4 5", string.Join(' ', await ReadWhenSettled(3)));
        Assert.False((await new HistoryRenewal(_postgres).Run()).Renumbered);
    }

    async Task<Guid> History()
    {
        await using var ask = _postgres.CreateCommand("SELECT history_id FROM log_history");
        return (Guid)(await ask.ExecuteScalarAsync())!;
    }

    async Task Tell(string sql)
    {
        await using var command = _postgres.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Other tests' transactions on the same server may be open for a moment.</summary>
    async Task<long[]> ReadWhenSettled(int count)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            if (await Read() is { } read && read.Length >= count) return read;
            await Task.Delay(20, limit.Token);
        }
    }

    async Task<long[]> Read()
    {
        var cursor = await _log.Cursor(Consumer, Partition, TestContext.Current.CancellationToken);
        return [.. (await _log.Read(Partition, cursor, 500, 1 << 20, FollowerReading.Changes, TestContext.Current.CancellationToken)).Changes.Select(change => change.Version)];
    }
}
