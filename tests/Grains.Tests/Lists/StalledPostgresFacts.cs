using System.Diagnostics;
using System.Text;
using Npgsql;
using Orleans.TestingHost;
using TaskList.Contracts;
using TaskList.Contracts.Lists;
using TaskList.Grains.Lists;
using Xunit;

namespace TaskList.Grains.Tests.Lists;

/// <summary>Postgres is there and says nothing, or says it to nobody.</summary>
public sealed class StalledPostgresFacts(TestPostgres server) : IAsyncLifetime
{
    static readonly Guid Owner = Guid.NewGuid();

    /// <summary>Where nothing is cut, a test fails instead of waiting for ever.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    PostgresProxy _proxy = null!;
    NpgsqlDataSource _through = null!;
    NpgsqlDataSource _direct = null!;
    InProcessTestCluster _cluster = null!;

    public async ValueTask InitializeAsync()
    {
        var database = await server.CreateDatabase();
        _direct = NpgsqlDataSource.Create(database);
        _proxy = new PostgresProxy(database);
        _through = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(_proxy.ConnectionString) { MaxPoolSize = 30, Timeout = 5, NoResetOnClose = true }.ConnectionString);
        _cluster = await ListSilo.Deploy(_through);
    }

    public async ValueTask DisposeAsync()
    {
        _proxy.Thaw();
        await _cluster.DisposeAsync();
        await _through.DisposeAsync();
        await _direct.DisposeAsync();
        await _proxy.DisposeAsync();
    }

    IListGrain List(Guid listId) => _cluster.Client.GetGrain<IListGrain>(listId);

    async Task<Guid> NewList()
    {
        var listId = Guid.NewGuid();
        Assert.True((await List(listId).Create(Owner, "List", ["Section"])).Ok);
        return listId;
    }

    static RawJson Rename(Guid commandId) => ListCluster.Command(new { commandId, type = "renameList", name = commandId.ToString() });

    async Task<CommandAnswer> Insist(Guid listId, RawJson command)
    {
        for (var tries = 0; ; tries++)
        {
            var answer = await List(listId).Execute(Owner, command, null);
            if (!answer.Undecided || tries == 200) return answer;
            await Task.Delay(50);
        }
    }

    [Fact]
    public async Task StalledPostgresLeavesCallersUndecidedAndTheListsRecoverByThemselves()
    {
        Guid[] lists = [.. await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => NewList()))];
        (Guid List, Guid Id)[] commands = [.. lists.SelectMany(list => Enumerable.Range(0, 5).Select(_ => (list, Guid.NewGuid())))];

        _proxy.Freeze();
        var frozen = Stopwatch.StartNew();
        var answers = await Task.WhenAll(commands.Select(c => List(c.List).Execute(Owner, Rename(c.Id), null)));
        Assert.All(answers, answer => Assert.True(answer.Undecided));

        // Sent again and again, as clients do, until the connections of three deadlines would have piled up.
        while (frozen.Elapsed < TimeSpan.FromSeconds(9))
        {
            await Task.WhenAll(commands.Select(c => List(c.List).Execute(Owner, Rename(c.Id), null)));
            Assert.InRange(_proxy.Open, 0, 30);
        }

        Assert.Equal(0, _proxy.CancelRequests);
        _proxy.Thaw();
        var versions = await Task.WhenAll(commands.Select(async c => (c.List, c.Id, Answer: await Insist(c.List, Rename(c.Id)))));
        Assert.All(versions, v => Assert.True(v.Answer.Accepted));
        foreach (var byList in versions.GroupBy(v => v.List))
        {
            var log = await new ListLog(_direct).Range(byList.Key, 1, long.MaxValue, 1_000, int.MaxValue);
            Assert.Equal(byList.OrderBy(v => v.Answer.Version).Select(v => (v.Answer.Version!.Value, v.Id)), log.Select(row => (row.Version, row.CommandId)));
        }
    }

    [Fact]
    public async Task FullQueueShedsWhatItCannotHold()
    {
        var listId = await NewList();
        _proxy.Freeze();
        var batches = await Task.WhenAll(Enumerable.Range(0, 13).Select(_ =>
            List(listId).ExecuteBatch(Owner, [.. Enumerable.Range(0, 500).Select(_ => Rename(Guid.NewGuid()))])));
        Assert.All(batches.SelectMany(answers => answers), answer => Assert.True(answer.Undecided));
        Assert.Contains(batches, answers => answers[0].Code == Codes.Overloaded);

        _proxy.Thaw();
        Assert.True((await Insist(listId, Rename(Guid.NewGuid()))).Accepted);
    }

    [Fact]
    public async Task LostAnswerToACommitNeverBecomesTwoChanges()
    {
        var listId = await NewList();
        var commandId = Guid.NewGuid();
        _proxy.LoseAnswerTo = Encoding.UTF8.GetBytes(commandId.ToString());
        var answer = await List(listId).Execute(Owner, Rename(commandId), null);
        Assert.Equal((false, Codes.OutcomeUnknown), (answer.Accepted, answer.Code));
        Assert.Equal(1, _proxy.Lost);

        _proxy.LoseAnswerTo = null;
        var again = await Insist(listId, Rename(commandId));
        Assert.Equal(2, again.Version);
        Assert.Equal(2, (await new ListLog(_direct).Range(listId, 0, long.MaxValue, 10, int.MaxValue)).Count);
    }

    [Fact]
    public async Task ConnectionIsCutInTheMiddleOfItsStatementWithoutACancelRequest()
    {
        await using var timed = await TimedConnection.Open(_through, TimeSpan.FromMilliseconds(200));
        await using var sleep = timed.Command("SELECT pg_sleep(30)");
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => sleep.ExecuteNonQueryAsync().WaitAsync(Patience));
        Assert.True(timed.WasCut);
        Assert.Equal(0, _proxy.CancelRequests);
    }

    /// <summary>Cut where the driver does not look: between statements, or under a reader that nobody reads. The pool has one place, so a connection that is lost or dead shows.</summary>
    [Theory]
    [InlineData("SELECT 1")]
    [InlineData("SELECT repeat('x', 100) FROM generate_series(1, 20000)")]
    public async Task ConnectionThatWasCutUnnoticedIsNotUsedAgain(string sql)
    {
        await using var one = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(_proxy.ConnectionString) { MaxPoolSize = 1, NoResetOnClose = true }.ConnectionString);
        await using (var timed = await TimedConnection.Open(one, TimeSpan.FromMilliseconds(300)))
        {
            await using var command = timed.Command(sql);
            try
            {
                var reader = await command.ExecuteReaderAsync();
                Assert.True(await reader.ReadAsync());
                if (sql == "SELECT 1") await reader.DisposeAsync();
            }
            catch (NpgsqlException) when (timed.WasCut)
            {
                // Too slow a machine for a first row: then the driver has noticed, and the rest must hold all the same.
            }

            for (var tries = 0; !timed.WasCut; tries++)
            {
                Assert.True(tries < 2_000, "It was never cut.");
                await Task.Delay(10);
            }
        }

        await using var next = await TimedConnection.Open(one, TimeSpan.FromSeconds(20));
        await using var answer = next.Command("SELECT 7");
        Assert.Equal(7, await answer.ExecuteScalarAsync());
    }

    [Fact]
    public async Task CutStatementsThatLingerInPostgresAreBounded()
    {
        var listId = await NewList();
        await using var blocker = await _direct.OpenConnectionAsync();
        await using var transaction = await blocker.BeginTransactionAsync();
        await using (var block = new NpgsqlCommand("LOCK TABLE list_log IN SHARE MODE", blocker)) await block.ExecuteNonQueryAsync();

        var connections = new LogConnections(_through, TimeSpan.FromSeconds(2));
        var row = LogRow.Next(LogRow.ChainStart, new ListChange(listId, 2, Guid.NewGuid(), Owner, DateTime.UtcNow, []), new byte[32], null);
        ListBatch[] batches = [new(listId, [row])];
        Task<HashSet<Guid>> Append() => connections.Run(c => AppendStatement.Run(c, batches)).WaitAsync(Patience);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Assert.ThrowsAnyAsync<NpgsqlException>(Append)));
        await Assert.ThrowsAsync<NeverSentException>(Append);
        Assert.Equal(8L, await Waiting());

        await transaction.RollbackAsync();
        for (var tries = 0; await Waiting() > 0; tries++)
        {
            Assert.True(tries < 1_000, "They still wait.");
            await Task.Delay(20);
        }

        Assert.Equal(2, (await new ListLog(_direct).Range(listId, 0, long.MaxValue, 10, int.MaxValue)).Count);

        async Task<long> Waiting()
        {
            await using var count = _direct.CreateCommand("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE 'INSERT INTO list_log%' AND datname = current_database()");
            return (long)(await count.ExecuteScalarAsync())!;
        }
    }
}
