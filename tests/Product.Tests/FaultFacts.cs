using TaskList.Faults;
using Xunit;

namespace TaskList.Product.Tests;

/// <summary>
/// Real silos and gateways, and Redis; load from many clients; all of it written down and held against the log afterwards. The long form is ./bench faults.
/// </summary>
public sealed class FaultFacts(ITestOutputHelper output)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>Every silo looks twice, five seconds apart, so that it knows after ten; the rest is for a busy machine.</summary>
    static readonly TimeSpan AlarmLimit = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task ClusterLosesNothingByKillsByAnEmptiedRedisAndByRestarts()
    {
        var options = new FaultOptions { Silos = Tier.IsLong ? 3 : 2, Lists = 3, Margin = TimeSpan.FromSeconds(1), Breath = TimeSpan.FromSeconds(1) };
        await using var stage = await FaultStage.Set(options);
        Fault[] faults =
        [
            FaultTable.Named("siloAndGatewayKill"),
            .. Tier.IsLong ? Enumerable.Repeat(FaultTable.Named("rolling"), 20) : [new("rolling", scene => ProcessFaults.Restart(scene, scene.Stage.Silos[0], scene.Stage.Gateways[0]))],
            new("redisEmptied", Empty),
        ];
        var report = new FaultReport(options);
        await new FaultRun(stage, options, output.WriteLine).AddHistory(report, faults, seed: 1);

        var summary = report.Summary(stage);
        output.WriteLine(summary.Text());
        Assert.True(summary.IsGood, summary.Text());
        Assert.Equal(2, summary.Kinds.Sum(kind => kind.Kills));
        Assert.True(summary.Changes > 100, "Hardly anything happened.");
    }

    /// <summary>Every silo says in its metrics, its log and its health that its row is gone, and goes on; started anew, one after another, they find each other again.</summary>
    static async Task Empty(FaultScene scene)
    {
        var silos = scene.Stage.Silos;
        scene.Strikes();
        await scene.Stage.Redis.FlushAsync();
        var alarms = await Task.WhenAll(silos.Select(silo => Detections.SecondsUntil(silo, AlarmLimit, Detections.MissesItsRow)));
        Assert.DoesNotContain(null, alarms);
        foreach (var silo in silos)
        {
            using var http = new HttpClient();
            var health = await http.GetAsync(new Uri(silo.HealthUrl));
            Assert.True(health.IsSuccessStatusCode, "A silo without its row serves as before.");
            Assert.Contains("Degraded", await health.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Contains("Redis has lost this silo's own membership row", silo.Said(), StringComparison.Ordinal);
        }

        await scene.Stage.RestartSilos();
        foreach (var silo in silos) Assert.NotNull(await Detections.SecondsUntil(silo, Patience, async (host, http) => !await Detections.MissesItsRow(host, http)));
    }
}
