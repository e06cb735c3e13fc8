using Xunit;

namespace TaskList.Product.Tests;

/// <summary>The process dies by SIGKILL under load. What was acknowledged is there, once, at its version.</summary>
[Collection<OneMortalProduct>]
public sealed class CrashFacts(StandaloneProduct product)
{
    const int Writers = 5;
    static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    [Fact]
    public async Task NoAcknowledgedCommandIsLostOrDoubled()
    {
        await using var owner = await Caller.SignUp(product.Host.Url);
        var listId = await owner.NewList();
        using var stop = new CancellationTokenSource();
        var writers = Enumerable.Range(0, Writers).Select(_ => CommandLoad.Run(owner, listId, Pace, stop.Token)).ToArray();

        for (var kill = 0; kill < 2; kill++)
        {
            await Task.Delay(TimeSpan.FromSeconds(2), CancellationToken.None);
            await product.Host.KillAsync();
            await product.Host.StartAsync();
        }

        await Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None);

        // A busy machine gets the time to do enough.
        await Retry.Until(() => owner.Log(listId), log => log.Count > 60, TimeSpan.FromSeconds(60));
        await stop.CancelAsync();
        var acknowledged = (await Task.WhenAll(writers)).SelectMany(a => a).ToList();

        Assert.True(acknowledged.Count > 50, $"Only {acknowledged.Count} commands were acknowledged.");
        CommandLoad.AssertInLog(acknowledged, await owner.Log(listId));
    }
}
