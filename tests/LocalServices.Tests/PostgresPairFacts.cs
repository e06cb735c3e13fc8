using Npgsql;
using Xunit;

namespace TaskList.LocalServices.Tests;

public sealed class PostgresPairFacts
{
    [Fact]
    public async Task FailOverKeepsWhatWasCommittedAndTheFallenOneComesBackAsStandby()
    {
        await using var pair = await PostgresPair.StartTemporaryAsync(synchronous: true);
        await pair.Primary.TellAsync("CREATE TABLE kept (value int)");

        for (var round = 1; round <= 2; round++)
        {
            await pair.Primary.TellAsync($"INSERT INTO kept VALUES ({round})");
            await pair.FailOverAsync();
            Assert.Equal((long)round, await pair.Primary.AskAsync("SELECT count(*) FROM kept"));
            await pair.RejoinAsync();
        }

        await pair.CaughtUpAsync();
        Assert.Equal(2L, await pair.Standby!.AskAsync("SELECT count(*) FROM kept"));
    }

    [Fact]
    public async Task AsynchronousFailOverLosesWhatTheStandbyDidNotGet()
    {
        await using var pair = await PostgresPair.StartTemporaryAsync(synchronous: false);
        await pair.Primary.TellAsync("CREATE TABLE kept (value int)");
        await pair.CaughtUpAsync();
        await pair.HoldBackAsync();
        await pair.Primary.TellAsync("INSERT INTO kept VALUES (1)");

        await pair.FailOverAsync();

        Assert.Equal(0L, await pair.Primary.AskAsync("SELECT count(*) FROM kept"));
    }

    [Fact]
    public async Task OneConnectionStringLeadsToWhicheverTakesWrites()
    {
        await using var pair = await PostgresPair.StartTemporaryAsync(synchronous: false);
        await using var source = NpgsqlDataSource.Create(pair.ConnectionString + ";Host Recheck Seconds=1");
        Assert.Equal(false, await AskAsync(source));

        await pair.FailOverAsync();

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        object? answer = null;
        while (answer is null)
        {
            try
            {
                answer = await AskAsync(source);
            }
            catch (NpgsqlException)
            {
                // A pooled connection to the dead one, or the other was still a standby when it was last asked.
                await Task.Delay(50, limit.Token);
            }
        }

        Assert.Equal(false, answer);
    }

    static async Task<object?> AskAsync(NpgsqlDataSource source)
    {
        await using var command = source.CreateCommand("SELECT pg_is_in_recovery()");
        return await command.ExecuteScalarAsync();
    }
}
