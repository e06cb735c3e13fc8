using System.Globalization;
using System.Text.Json;
using TaskList.LoadGenerator;
using TaskList.LocalServices;

namespace TaskList.Bench;

/// <summary>What was measured: told while it happens, and at the end as a table, as ratios and as JSON.</summary>
sealed class Report(BenchOptions options)
{
    static readonly JsonSerializerOptions Json = new(LoadJson.Options) { WriteIndented = true };

    /// <summary>A contestant that has run for less than this is warmed up again.</summary>
    const int WarmMs = 8_000;

    readonly List<Row> _rows = [];

    /// <summary>How often each contestant was run without counting.</summary>
    readonly Dictionary<string, int> _runs = [];

    public List<string> Faults { get; } = [];

    public IReadOnlyList<Row> Rows => _rows;

    /// <summary>Measures, unless the row is not asked for.</summary>
    public async Task Measure(string workload, string name, string contestant, Func<Task<LoadResult>> measure)
    {
        if (options.Wants(name, contestant)) Add(workload, name, contestant, await measure());
    }

    /// <summary>
    /// Measures a row that was run once before without counting, and more often where its contestant has hardly run at all: a runtime that still compiles what it runs is
    /// not what the row is about.
    /// </summary>
    public async Task MeasureWarm(string workload, string name, string contestant, Func<Task<LoadResult>> measure)
    {
        if (!options.Wants(name, contestant)) return;
        if (!options.Short && !_rows.Exists(row => row.Workload == workload && row.Name == name && row.Contestant == contestant))
        {
            do
            {
                Faults.AddRange((await measure()).Faults.Select(fault => $"{workload}, {name}, {contestant}, warming up: {fault}"));
                _runs[contestant] = _runs.GetValueOrDefault(contestant) + 1;
            }
            while (_runs[contestant] * (options.WarmUpMs + options.MeasureMs) < WarmMs);
        }

        Add(workload, name, contestant, await measure());
    }

    void Add(string workload, string name, string contestant, LoadResult result)
    {
        var row = _rows.Find(row => row.Workload == workload && row.Name == name && row.Contestant == contestant);
        if (row is null) _rows.Add(row = new Row(workload, name, contestant));
        row.Rounds.Add(result);
        Faults.AddRange(result.Faults.Select(fault => $"{workload}, {name}, {contestant}: {fault}"));
        Console.WriteLine($"{DateTime.Now:HH:mm:ss}  {workload}  {name,-44}  {contestant,-20}  {Line(result)}");
    }

    public void Finish()
    {
        foreach (var workload in _rows.GroupBy(row => row.Workload)) Table.Print(workload.Key, [.. workload]);
        var goals = Goals.Of(this);
        if (goals.Count > 0) Console.WriteLine("\nAgainst the goals (medians; only ratios carry over to another machine)");
        foreach (var goal in goals) Console.WriteLine($"  {(goal.Met ? "met   " : "MISSED")}  {goal.Name,-64} {goal.Ratio,7:0.00}   goal {goal.Wanted}");
        Console.WriteLine($"\n{Save(goals)}");
        foreach (var fault in Faults) Console.WriteLine($"FAILED  {fault}");
        if (options.Short) Console.WriteLine("A short run shows that everything works. Its figures are not worth quoting.");
    }

    static string Line(LoadResult result) => string.Create(CultureInfo.InvariantCulture,
        $"{result.EditsPerSecond,8:0}/s  p50 {result.Answer?.P50 ?? 0,7:0.00}  p99 {result.Answer?.P99 ?? 0,7:0.00}  see p50 {result.See?.P50 ?? 0,7:0.00}  p99 {result.See?.P99 ?? 0,7:0.00}");

    string Save(IReadOnlyList<Goal> goals)
    {
        var folder = Directory.CreateDirectory(Path.Combine(RepositoryRoot.Path, "benchmarks", "results")).FullName;
        var file = Path.Combine(folder, $"{DateTime.UtcNow:yyyyMMdd-HHmmss}-{string.Join('-', options.Workloads)}.json");
        var all = new
        {
            at = DateTime.UtcNow,
            processors = Environment.ProcessorCount,
            options,
            rows = _rows.Select(row => new { row.Workload, row.Name, row.Contestant, row.Rounds }),
            goals,
            faults = Faults,
        };
        File.WriteAllText(file, JsonSerializer.Serialize(all, Json));
        return Path.GetRelativePath(RepositoryRoot.Path, file);
    }
}
