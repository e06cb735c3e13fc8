using System.Diagnostics;
using TaskList.HistoryChecker;
using TaskList.LoadGenerator.History;
using TaskList.LocalServices;

namespace TaskList.Faults;

/// <summary>History after history on one cluster: load, faults, peace, and the checker.</summary>
public sealed class FaultRun(FaultStage stage, FaultOptions options, Action<string> say)
{
    static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(150);

    readonly Random _random = new(options.Seed);

    public async Task<FaultReport> Run()
    {
        var report = new FaultReport(options);
        var clock = Stopwatch.StartNew();
        for (var done = 0; done < options.Faults && !report.IsBroken && clock.Elapsed < TimeSpan.FromMinutes(options.Minutes); done += options.Each)
        {
            Fault[] faults = [.. Enumerable.Range(0, Math.Min(options.Each, options.Faults - done)).Select(_ => FaultTable.Named(options.Only[_random.Next(options.Only.Count)]))];
            var lines = await AddHistory(report, faults, options.Seed + done);
            if (options.Histories is { } folder) await File.WriteAllLinesAsync(Path.Combine(Directory.CreateDirectory(folder).FullName, $"{options.Seed}-{done}.jsonl"), lines.Select(line => line.ToString()));
            say(report.Summary(stage).Line());
        }

        return report;
    }

    /// <summary>One history: load, these faults one after another, peace.</summary>
    public async Task<IReadOnlyList<HistoryLine>> AddHistory(FaultReport report, Fault[] faults, int seed)
    {
        List<Cost> costs = [];
        var lines = await HistoryLoad.Run(new HistoryOptions
        {
            Urls = stage.Urls,
            Postgres = stage.PostgresConnectionString,
            Seed = seed,
            Length = options.Margin * 2,
            Lists = options.Lists,
            Editors = (options.Lists * 2) - 1,
            Pace = Pace,
            ListEach = true,
            Roam = true,
            Nemesis = async tell =>
            {
                foreach (var fault in faults)
                {
                    if (await Strike(fault, tell) is { } cost) costs.Add(cost);
                }
            },
        });
        report.Add(costs, lines);
        return lines;
    }

    /// <summary>Null when it did not come to a strike.</summary>
    async Task<Cost?> Strike(Fault fault, Action<string> tell)
    {
        var (clock, struck, before) = (Stopwatch.StartNew(), false, Now(fault));
        stage.Endings.During = fault.Name;
        void Strikes()
        {
            struck = true;
            tell(fault.Name);
        }

        try
        {
            await fault.Inject(new FaultScene(stage, _random, Strikes, () => tell(StrikeReader.Healed)));
            await Task.Delay(options.Breath);
            await stage.Settle();
        }
        catch (LocalServiceException refused)
        {
            // A process that does not start is the product's failure; the others go on, and the next fault tries again.
            stage.Endings.Add(refused.Message.Replace(stage.LogFolder, "logs", StringComparison.Ordinal));
        }

        if (!struck) return null;
        tell($"end {fault.Name}");
        var cost = Now(fault) - before;
        say($"  {fault.Name} ({clock.Elapsed.TotalSeconds:0} s{(cost.DeclaredDead > 0 ? $", declared dead {cost.DeclaredDead}" : "")})");
        return cost;
    }

    Cost Now(Fault fault) => new(
        stage.Endings.Kills,
        stage.Endings.DeclaredDead,
        ProcessLogs.Conflicts(stage.LogFolder)[ProcessLogs.VersionConflict],
        fault.MayGiveUp ? 0 : ProcessLogs.GivenUp(stage.Cluster.Hosts.Select(host => host.Command.LogFile)));
}
