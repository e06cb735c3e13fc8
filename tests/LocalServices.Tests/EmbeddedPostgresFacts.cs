using Npgsql;
using Xunit;

namespace TaskList.LocalServices.Tests;

public sealed class EmbeddedPostgresFacts
{
    [Fact]
    public async Task TemporaryDatabaseServesAndLeavesNothing()
    {
        var postgres = await EmbeddedPostgres.StartTemporaryAsync();
        var sockets = SocketFolderOf(postgres);
        Assert.Equal("ЁЖ", await ScalarAsync(postgres, "select upper('ёж')"));
        Assert.Equal("on", await ScalarAsync(postgres, "show fsync"));
        Assert.Equal("", await ScalarAsync(postgres, "show listen_addresses"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(sockets));

        await postgres.DisposeAsync();

        Assert.False(postgres.Postmaster.IsAlive);
        Assert.False(Directory.Exists(postgres.DataFolder));
        Assert.False(Directory.Exists(sockets));
    }

    [Fact]
    public async Task ATemporaryDatabaseEndsWithTheTestsThatStartedIt()
    {
        await using var postgres = await EmbeddedPostgres.StartTemporaryAsync();

        // What the kernel does when a test run is killed.
        postgres.Guard!.CloseInput();

        Assert.True(await postgres.Postmaster.WaitForEndAsync(TimeSpan.FromSeconds(60)));
    }

    [Fact]
    public async Task DataSurvivesAStop()
    {
        using var folder = new TemporaryFolder();
        await using (var first = await StartAsync(folder))
            await ScalarAsync(first, "create table kept (value int); insert into kept values (7)");

        await using var second = await StartAsync(folder);

        Assert.False(second.WasAdopted);
        Assert.Equal(7, await ScalarAsync(second, "select value from kept"));
    }

    [Fact]
    public async Task OneThatStillRunsIsTakenOver()
    {
        using var folder = new TemporaryFolder();
        await using var left = await StartAsync(folder);

        await using var next = await StartAsync(folder);

        Assert.True(next.WasAdopted);
        Assert.Equal(left.Postmaster.Pid, next.Postmaster.Pid);
        Assert.Equal(1, await ScalarAsync(next, "select 1"));
    }

    [Fact]
    public async Task CommittedDataSurvivesSigkillAndTheNextStartDoesNotStumbleOverTheLock()
    {
        using var folder = new TemporaryFolder();
        await using var killed = await StartAsync(folder);
        await ScalarAsync(killed, "create table kept (value int); insert into kept values (7)");
        await killed.KillAsync();

        await using var next = await StartAsync(folder);

        Assert.False(next.WasAdopted);
        Assert.Equal(7, await ScalarAsync(next, "select value from kept"));
    }

    [Fact]
    public async Task DataOfAnotherMajorVersionIsRefusedInOneLine()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("data"));
        await File.WriteAllTextAsync(folder.File("data/PG_VERSION"), "17\n");

        var refused = await Assert.ThrowsAsync<LocalServiceException>(() => StartAsync(folder));

        Assert.Contains("PostgreSQL 17", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    static Task<EmbeddedPostgres> StartAsync(TemporaryFolder folder) =>
        EmbeddedPostgres.StartAsync(folder.File("data"), folder.File("postgres.log"));

    static string SocketFolderOf(EmbeddedPostgres postgres) => new NpgsqlConnectionStringBuilder(postgres.ConnectionString).Host!;

    static async Task<object?> ScalarAsync(EmbeddedPostgres postgres, string sql)
    {
        await using var connection = new NpgsqlConnection(postgres.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
