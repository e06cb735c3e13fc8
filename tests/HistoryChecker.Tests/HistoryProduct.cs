using TaskList.LoadGenerator.History;
using TaskList.LocalServices;

namespace TaskList.HistoryChecker.Tests;

/// <summary>The product as a process, whole or with a bug planted, and a random history of it.</summary>
static class HistoryProduct
{
    /// <summary>Of which some are repeats, so that at least <see cref="EnoughInAll"/> changes come of both halves.</summary>
    const int EnoughEachHalf = 70;

    public const int EnoughInAll = 100;

    /// <summary>These histories are short, and stored snapshots are to be among what they try.</summary>
    const string ChangesPerSnapshot = "16";

    /// <param name="bug">What is planted; null: nothing.</param>
    /// <param name="nemesis">What happens half-way; null: nothing.</param>
    public static async Task<(History History, IReadOnlyList<Violation> Broken)> Run(string? bug, Func<ProductHost, Task>? nemesis, int seed, TimeSpan length)
    {
        var folder = Directory.CreateTempSubdirectory("tasklist-history-").FullName;
        try
        {
            var settings = new Dictionary<string, string?> { ["Limits"] = "off", ["Lists:ChangesPerSnapshot"] = ChangesPerSnapshot };
            if (bug is not null) (settings["ASPNETCORE_ENVIRONMENT"], settings["TASKLIST_PLANTED_BUG"]) = ("Test", bug);
            await using var cluster = await ProductCluster.StartAsync(new ProductClusterOptions { Folder = folder, Silos = 0, Gateways = 0, Settings = settings });
            var host = cluster.Hosts[0];
            var lines = await HistoryLoad.Run(new HistoryOptions
            {
                Urls = [host.Url],
                Postgres = cluster.PostgresConnectionString,
                Seed = seed,
                Length = length,
                Enough = EnoughEachHalf,
                Nemesis = nemesis is null ? null : tell =>
                {
                    tell("begins");
                    return nemesis(host);
                },
            });
            var history = History.Of(lines);
            return (history, Checker.Check(history));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public static async Task Crash(ProductHost host)
    {
        await host.KillAsync();
        await host.StartAsync();
    }

    public static async Task Restart(ProductHost host)
    {
        await host.StopAsync();
        await host.StartAsync();
    }
}
