using System.Globalization;
using System.Text;
using System.Text.Json;
using TaskList.HistoryChecker;

namespace TaskList.Faults;

/// <summary>What a fault run found.</summary>
public sealed class FaultReport(FaultOptions options)
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Seconds; such waits are told one by one.</summary>
    const double WorthTelling = 8;

    readonly List<Strike> _strikes = [];

    public IReadOnlyList<Strike> Strikes => _strikes;

    /// <summary>Processes that died by SIGKILL.</summary>
    public int Kills { get; private set; }

    public long Accepted { get; private set; }

    /// <summary>Changes that the logs hold.</summary>
    public long Changes { get; private set; }

    public List<Violation> Broken { get; } = [];

    /// <summary>Commands that were refused for good, by code.</summary>
    public Dictionary<string, int> Refusals { get; } = [];

    /// <summary>What the log refused, by kind.</summary>
    public Dictionary<string, int> Conflicts { get; private set; } = [];

    /// <summary>Processes that ended themselves.</summary>
    public int GivenUp { get; private set; }

    /// <summary>Processes that had ended, though no fault had ended them, and were started again: silos that the others had declared dead.</summary>
    public int Revived { get; set; }

    public bool IsGood => Broken.Count == 0 && GivenUp == 0;

    /// <summary>The history in which something broke, for the checker's own program.</summary>
    public IReadOnlyList<HistoryLine> BrokenLines { get; private set; } = [];

    public void Add(Fault[] faults, IReadOnlyList<HistoryLine> lines)
    {
        var history = History.Of(lines);
        _strikes.AddRange(StrikeReader.Read(history.Lines));
        Kills += faults.Sum(fault => fault.Kills);
        Accepted += lines.Where(line => line.Kind == LineKind.Ok).Select(line => (line.List, line.Op)).Distinct().LongCount();
        Changes += lines.LongCount(line => line.Kind == LineKind.Log);
        foreach (var line in lines.Where(line => line.Kind == LineKind.Fail)) Refusals[line.Code ?? ""] = Refusals.GetValueOrDefault(line.Code ?? "") + 1;
        Broken.AddRange(Checker.Check(history));
        if (Broken.Count > 0) BrokenLines = lines;
    }

    public void ReadLogs(string folder) => (Conflicts, GivenUp) = (ProcessLogs.Conflicts(folder), ProcessLogs.GivenUp(folder));

    public string Line() => $"{_strikes.Count} faults, {Kills} kills, {Accepted} commands accepted, {Lost} lost, {Doubled} doubled, {Broken.Count} promises broken";

    /// <summary>Acknowledged commands that the log does not hold.</summary>
    int Lost => Broken.Count(violation => violation.Invariant == "I1");

    int Doubled => Broken.Count(violation => violation.Invariant == "I2");

    public string Text()
    {
        var text = new StringBuilder().AppendLine(Line()).AppendLine();
        text.AppendLine("fault                 times  waiting clients   outage s: p50    p99    max   reconnect s: p50    p99   undecided");
        foreach (var kind in _strikes.GroupBy(strike => strike.Name).OrderBy(kind => kind.Key, StringComparer.Ordinal))
        {
            double[] outages = [.. kind.SelectMany(strike => strike.Waits).Select(wait => wait.Seconds).Order()];
            double[] reconnects = [.. kind.SelectMany(strike => strike.Reconnects).Order()];
            text.AppendLine(CultureInfo.InvariantCulture, $"{kind.Key,-21} {kind.Count(),5}  {outages.Length,6} of {kind.Sum(strike => strike.Clients),-6} "
                + $"{At(outages, 0.5),14} {At(outages, 0.99),6} {At(outages, 1),6}  {At(reconnects, 0.5),17} {At(reconnects, 0.99),6}  {kind.Sum(strike => strike.Undecided),10}");
        }

        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"What the log refused: {string.Join(", ", Conflicts.Select(kind => $"{kind.Key} {kind.Value}"))}");
        text.AppendLine(CultureInfo.InvariantCulture, $"Refused for good: {string.Join(", ", Refusals.Select(kind => $"{kind.Key} {kind.Value}"))}");
        text.AppendLine(CultureInfo.InvariantCulture, $"Declared dead and started again: {Revived}");
        if (GivenUp > 0) text.AppendLine(CultureInfo.InvariantCulture, $"BROKEN: {GivenUp} times a process ended itself");
        foreach (var (name, wait) in _strikes.SelectMany(strike => strike.Waits.Select(wait => (strike.Name, wait))).Where(told => told.wait.Seconds > WorthTelling).OrderByDescending(told => told.wait.Seconds).Take(12))
            text.AppendLine(CultureInfo.InvariantCulture, $"{name}: {wait.Client} waited {wait.Seconds:0.0} s from {wait.Begin:HH:mm:ss.f} on: {wait.Story}");
        foreach (var broken in Broken.Take(10)) text.AppendLine(CultureInfo.InvariantCulture, $"BROKEN {broken.Invariant}: {broken.What}");
        return text.ToString();
    }

    /// <summary>Writes figures, and where something broke its history, into a folder.</summary>
    public void Save(string folder)
    {
        Directory.CreateDirectory(folder);
        var name = $"faults-{DateTime.UtcNow:yyyyMMdd-HHmmss}-seed{options.Seed}";
        File.WriteAllText(Path.Combine(folder, $"{name}.json"), JsonSerializer.Serialize(new { options, Kills, Accepted, Changes, Lost, Doubled, Revived, GivenUp, Broken = Broken.Select(b => b.What), Conflicts, Refusals, Strikes }, Json));
        if (BrokenLines.Count > 0) File.WriteAllLines(Path.Combine(folder, $"{name}.jsonl"), BrokenLines.Select(line => line.ToString()));
    }

    static string At(double[] sorted, double share) =>
        sorted.Length == 0 ? "-" : sorted[(int)Math.Ceiling(share * sorted.Length) - 1].ToString("0.0", CultureInfo.InvariantCulture);
}
