using System.Diagnostics;
using TaskList.HistoryChecker;
using TaskList.LoadGenerator.History;

namespace TaskList.Faults;

/// <summary>History after history on one cluster: load, faults, peace, and the checker.</summary>
public sealed class FaultRun(FaultStage stage, FaultOptions options, Action<string> say)
{
    /// <summary>Between two faults, so that each one's cost can be told.</summary>
    static readonly TimeSpan Breath = TimeSpan.FromSeconds(3);

    static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(150);

    readonly Random _random = new(options.Seed);

    int _revived;

    public async Task<FaultReport> Run()
    {
        var report = new FaultReport(options);
        var clock = Stopwatch.StartNew();
        for (var done = 0; done < options.Faults && report.Broken.Count == 0 && clock.Elapsed < TimeSpan.FromMinutes(options.Minutes); done += options.Each)
        {
            Fault[] faults = [.. Enumerable.Range(0, Math.Min(options.Each, options.Faults - done)).Select(_ => Choose())];
            var lines = await Lines(faults, options.Seed + done);
            report.Add(faults, lines);
            if (options.Histories is { } folder) await File.WriteAllLinesAsync(Path.Combine(Directory.CreateDirectory(folder).FullName, $"{options.Seed}-{done}.jsonl"), lines.Select(line => line.ToString()));
            say(report.Line());
        }

        report.Revived = _revived;
        report.ReadLogs(stage.LogFolder);
        return report;
    }

    Fault Choose()
    {
        var name = options.Only[_random.Next(options.Only.Count)];
        return FaultTable.All.Single(fault => fault.Name == name);
    }

    /// <summary>One history: load, these faults one after another, peace.</summary>
    public Task<IReadOnlyList<HistoryLine>> Lines(Fault[] faults, int seed) => HistoryLoad.Run(new HistoryOptions
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
                var clock = Stopwatch.StartNew();
                await fault.Inject(stage, _random, () => tell(fault.Name));
                await Task.Delay(Breath);
                _revived += await stage.Revive();
                tell($"end {fault.Name}");
                say($"  {fault.Name} ({clock.Elapsed.TotalSeconds:0} s)");
            }
        },
    });
}
