using Npgsql;
using Xunit;

namespace TaskList.LocalServices.Tests;

public sealed class PostgresPairFacts
{
    [Fact]
    public async Task OneConnectionStringLeadsToWhatWasCommittedThroughFailOverAndReturn()
    {
        await using var pair = await PostgresPair.StartTemporaryAsync(synchronous: true);
        await using var source = NpgsqlDataSource.Create(pair.ConnectionString + ";Host Recheck Seconds=1");
        await pair.Primary.TellAsync("CREATE TABLE kept (value int)");
        await pair.Primary.TellAsync("INSERT INTO kept VALUES (1)");
        Assert.Equal(1L, await UntilItAnswersAsync(source, "SELECT count(*) FROM kept"));

        await pair.FailOverAsync();
        await pair.Primary.TellAsync("INSERT INTO kept VALUES (2)");
        Assert.Equal(2L, await UntilItAnswersAsync(source, "SELECT count(*) FROM kept"));

        await pair.RejoinAsync();
        await pair.FailOverAsync();
        Assert.Equal(2L, await UntilItAnswersAsync(source, "SELECT count(*) FROM kept"));
        Assert.Equal(false, await UntilItAnswersAsync(source, "SELECT pg_is_in_recovery()"));
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

    static async Task<object?> UntilItAnswersAsync(NpgsqlDataSource source, string question)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            try
            {
                await using var command = source.CreateCommand(question);
                return await command.ExecuteScalarAsync(limit.Token);
            }
            catch (NpgsqlException)
            {
                // A pooled connection to the dead one, or the other was still a standby when it was last asked.
                await Task.Delay(50, limit.Token);
            }
        }
    }
}
