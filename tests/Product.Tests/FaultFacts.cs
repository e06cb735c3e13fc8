using System.Diagnostics;
using TaskList.Faults;
using TaskList.LocalServices;
using Xunit;

namespace TaskList.Product.Tests;

/// <summary>
/// Real silos and gateways, and Redis; load from many clients; all of it written down and held against the log afterwards. The long form is ./bench faults.
/// </summary>
public sealed class FaultFacts(ITestOutputHelper output)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>Refusals that belong to the load: a guest is removed again who has just been removed.</summary>
    static readonly string[] OfTheLoad = ["memberNotFound", "listNotFound", "notAllowed"];

    [Fact]
    public async Task ClusterLosesNothingByKillsByAnEmptiedRedisAndByRestarts()
    {
        var options = new FaultOptions { Silos = Tier.IsLong ? 3 : 2, Lists = 3, Margin = TimeSpan.FromSeconds(1) };
        await using var stage = await FaultStage.Set(options);
        Fault[] faults =
        [
            Named("siloAndGatewayKill"),
            new("redisEmptied", 0, Empty),
            .. Tier.IsLong ? Enumerable.Repeat(Named("rolling"), 20) : [],
        ];
        var report = new FaultReport(options);
        report.Add(faults, await new FaultRun(stage, options, output.WriteLine).Lines(faults, seed: 1));

        report.ReadLogs(stage.LogFolder);
        output.WriteLine(report.Text());
        Assert.Empty(report.Broken);
        Assert.Equal(0, report.GivenUp);
        Assert.Empty(report.Refusals.Keys.Except(OfTheLoad));
        Assert.True(report.Changes > 100, "Hardly anything happened.");
    }

    /// <summary>Every silo says in its metrics, its log and its health that its row is gone, and goes on; started anew, one after another, they find each other again.</summary>
    async Task Empty(FaultStage stage, Random random, Action strike)
    {
        strike();
        await stage.Redis.KillAsync();
        await stage.Redis.StartAgainAsync();
        var clock = Stopwatch.StartNew();
        foreach (var silo in stage.Silos) await Shows(silo, "tasklist_membership_row_missing", 1);
        output.WriteLine($"The alarm of the last silo came after {clock.Elapsed.TotalSeconds:0.0} s.");
        foreach (var silo in stage.Silos)
        {
            using var http = new HttpClient();
            var health = await http.GetAsync(new Uri(silo.HealthUrl));
            Assert.True(health.IsSuccessStatusCode, "A silo without its row serves as before.");
            Assert.Contains("Degraded", await health.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Contains("Redis has lost this silo's own membership row", await File.ReadAllTextAsync(silo.Command.LogFile), StringComparison.Ordinal);
        }

        await stage.RestartSilos();
        foreach (var silo in stage.Silos)
        {
            await Shows(silo, "tasklist_membership_row_missing", 0);
            await Shows(silo, "tasklist_cluster_silos", stage.Silos.Length);
        }
    }

    static async Task Shows(ProductHost silo, string metric, int value)
    {
        using var http = new HttpClient();
        await Retry.Until(() => http.GetStringAsync(new Uri($"{silo.Url}/metrics")), text => text.Split('\n').Any(line => line.StartsWith(metric, StringComparison.Ordinal) && line.Split(' ') is [_, var shown, ..] && shown == $"{value}"), Patience);
    }

    static Fault Named(string name) => FaultTable.All.Single(fault => fault.Name == name);
}
