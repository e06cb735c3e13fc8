using TaskList.LoadGenerator.History;
using TaskList.LocalServices;
using Xunit;

namespace TaskList.HistoryChecker.Tests;

/// <summary>Over lines that lose, double, swap and delay messages, and while a gateway dies again and again, every promise is kept.</summary>
public sealed class BadLineFacts(ITestOutputHelper output)
{
    static readonly int Kills = Environment.GetEnvironmentVariable("TASKLIST_TEST_TIER") == "all" ? 100 : 2;

    /// <summary>A hundred kills take minutes, and all that happens in them is kept until the end.</summary>
    static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(Kills > 2 ? 60 : 8);

    [Fact]
    public async Task EveryPromiseIsKeptOverBadLinesAndThroughKilledGateways()
    {
        var folder = Directory.CreateTempSubdirectory("tasklist-lines-").FullName;
        try
        {
            await using var cluster = await ProductCluster.StartAsync(new ProductClusterOptions { Folder = folder, Silos = 1, Gateways = 2, Settings = new Dictionary<string, string?> { ["Limits"] = "off" } });
            await using var stays = new BadFrames(cluster["gateway-1"].Port, seed: 1);
            await using var dies = new BadFrames(cluster["gateway-2"].Port, seed: 2);
            var lines = await HistoryLoad.Run(new HistoryOptions
            {
                Urls = [stays.Url, dies.Url],
                Postgres = cluster.PostgresConnectionString,
                Length = TimeSpan.FromSeconds(2),
                Pace = Pace,
                BadLines = true,
                Nemesis = async tell =>
                {
                    tell("begins");
                    for (var kill = 0; kill < Kills; kill++) await HistoryProduct.Crash(cluster["gateway-2"]);
                    stays.Calm();
                    dies.Calm();
                },
            });
            var history = History.Of(lines);
            var broken = Checker.Check(history);
            output.WriteLine($"{Kills} kills, {stays.Spoilt + dies.Spoilt} messages spoilt, {history.Lists.Sum(list => history.Log(list).Count)} changes, {lines.Count} lines.");
            Assert.True(broken.Count == 0, Checker.Describe(history, broken));
            Assert.True(stays.Spoilt > 0, "The line was a good one.");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
