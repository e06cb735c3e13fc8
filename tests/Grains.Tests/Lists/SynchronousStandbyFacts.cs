using Npgsql;
using Orleans.TestingHost;
using TaskList.Contracts;
using TaskList.Contracts.Lists;
using TaskList.Grains.Lists;
using TaskList.LocalServices;
using TaskList.Silo;
using Xunit;

namespace TaskList.Grains.Tests.Lists;

/// <summary>A Postgres that waits for a standby which never comes.</summary>
public sealed class SynchronousStandbyFacts : IAsyncLifetime
{
    static readonly Guid Owner = Guid.NewGuid();

    EmbeddedPostgres _server = null!;
    NpgsqlDataSource _postgres = null!;
    InProcessTestCluster _cluster = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await EmbeddedPostgres.StartTemporaryAsync();
        SchemaMigrations.Apply(_server.ConnectionString);
        _postgres = NpgsqlDataSource.Create(_server.ConnectionString);
        _cluster = await ListSilo.Deploy(_postgres);
    }

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        await _postgres.DisposeAsync();
        await _server.DisposeAsync();
    }

    async Task Tell(string sql)
    {
        await using var command = _postgres.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    async Task WaitFor(string standby)
    {
        await Tell($"ALTER SYSTEM SET synchronous_standby_names = '{standby}'");
        await Tell("SELECT pg_reload_conf()");
        while (true)
        {
            await using var show = _postgres.CreateCommand("SHOW synchronous_standby_names");
            if ((string?)await show.ExecuteScalarAsync() == standby) return;
            await Task.Delay(20);
        }
    }

    /// <summary>Ends a wait for the standby the way an impatient administrator does.</summary>
    async Task CancelOneWait()
    {
        while (true)
        {
            await using var cancel = _postgres.CreateCommand("SELECT count(pg_cancel_backend(pid)) FROM pg_stat_activity WHERE wait_event = 'SyncRep'");
            if ((long)(await cancel.ExecuteScalarAsync())! > 0) return;
            await Task.Delay(20);
        }
    }

    [Fact]
    public async Task CommitThatOnlyThisServerHasIsUndecidedUntilALaterOneIsConfirmed()
    {
        var listId = Guid.NewGuid();
        var list = _cluster.Client.GetGrain<IListGrain>(listId);
        Assert.True((await list.Create(Owner, "List", [])).Ok);
        await WaitFor("nobody");

        var command = ListCluster.Command(new { commandId = Guid.NewGuid(), type = "renameList", name = "Renamed" });
        var first = list.Execute(Owner, command, null);
        await CancelOneWait();
        Assert.Equal(Codes.OutcomeUnknown, (await first).Code);

        // The row is visible by now. It must not be acknowledged as long as it may be on this server only.
        Assert.True((await list.Execute(Owner, command, null)).Undecided);
        Assert.Equal(2, (await new ListLog(_postgres).Range(listId, 0, long.MaxValue, 10, int.MaxValue)).Count);

        await WaitFor("");
        CommandAnswer answer;
        for (var tries = 0; (answer = await list.Execute(Owner, command, null)).Undecided && tries < 100; tries++) await Task.Delay(50);
        Assert.Equal(2, answer.Version);
        Assert.Equal(2, (await new ListLog(_postgres).Range(listId, 0, long.MaxValue, 10, int.MaxValue)).Count);
    }
}
