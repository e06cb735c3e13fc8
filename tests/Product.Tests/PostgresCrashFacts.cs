using TaskList.LocalServices;
using Xunit;

namespace TaskList.Product.Tests;

/// <summary>The database dies under the product.</summary>
public sealed class PostgresCrashFacts(StandaloneProduct product) : IClassFixture<StandaloneProduct>
{
    [Fact]
    public async Task PostgresThatDiesFailsCallersAsUndecidedAndLosesNothing()
    {
        await using var owner = await Caller.SignUp(product.Host.Url);
        var listId = await owner.NewList();
        var commandId = Guid.NewGuid();
        Assert.Equal(200, (await owner.Execute(listId, Caller.AddTask(listId, Guid.NewGuid()))).Status);

        await product.Cluster.Postgres!.KillAsync();
        var command = Caller.AddTask(listId, commandId);
        var (status, body) = await owner.Execute(listId, command);
        Assert.Equal(503, status);
        Assert.True(body["retryAfterMs"]!.GetValue<int>() > 0);

        await using var again = await EmbeddedPostgres.StartAsync(product.Cluster.Postgres.DataFolder, Path.Combine(product.LogFolder, "postgres-again.log"));
        var answer = await Retry.Until(() => owner.Execute(listId, command), a => a.Status == 200, TimeSpan.FromSeconds(30));
        CommandLoad.AssertInLog([(commandId, answer.Body["version"]!.GetValue<long>())], await owner.Log(listId));
    }
}
