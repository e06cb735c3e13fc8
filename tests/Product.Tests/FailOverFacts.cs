using TaskList.LocalServices;
using Xunit;

namespace TaskList.Product.Tests;

/// <summary>The primary dies under load, a synchronous standby takes over, and nobody tells the product.</summary>
public sealed class FailOverFacts
{
    const int Writers = 3;

    static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(20);
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task NothingAcknowledgedIsLostAndEveryPoolFindsTheNewPrimary()
    {
        using var folder = new TestFolder();
        await using var pair = await PostgresPair.StartTemporaryAsync(synchronous: true);
        await using var product = await ProductCluster.StartAsync(new ProductClusterOptions
        {
            Folder = folder.Path,
            Silos = 0,
            Gateways = 0,
            Postgres = pair.ConnectionString,
            Settings = new Dictionary<string, string?> { ["Limits"] = "off" },
        });
        await using var owner = await Caller.SignUp(product.Hosts[0].Url);
        string[] lists = [.. await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => owner.NewList()))];
        using var stop = new CancellationTokenSource();
        var loads = lists.Select(list => CommandLoad.Run(owner, list, Pace, stop.Token)).ToArray();

        for (var round = 0; round < (Tier.IsLong ? 5 : 1); round++)
        {
            // Each writer has something acknowledged before, and after.
            await Grow(owner, lists);
            if (round > 0) await pair.RejoinAsync();
            await pair.FailOverAsync();
            await Grow(owner, lists);
        }

        await stop.CancelAsync();
        for (var writer = 0; writer < Writers; writer++) CommandLoad.AssertInLog(await loads[writer], await owner.Log(lists[writer]));

        // Grain storage has its own way to the database.
        await using var late = await Caller.SignUp(product.Hosts[0].Url);
        Assert.Equal(200, (await late.Send(HttpMethod.Get, "/api/me/lists")).Status);
    }

    static async Task Grow(Caller owner, string[] lists)
    {
        foreach (var list in lists)
        {
            var version = await Version(owner, list, atLeast: 0);
            await Version(owner, list, version + 3);
        }
    }

    static async Task<long> Version(Caller owner, string list, long atLeast)
    {
        var read = await Retry.Until(
            () => owner.Send(HttpMethod.Get, $"/api/lists/{list}/changes?after=0&limit=1"),
            answer => answer.Status == 200 && answer.Body["version"]!.GetValue<long>() >= atLeast,
            Patience);
        return read.Body["version"]!.GetValue<long>();
    }
}
