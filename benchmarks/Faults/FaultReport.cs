using System.Globalization;
using System.Reflection;
using System.Text;
using TaskList.HistoryChecker;

namespace TaskList.Faults;

/// <summary>What a fault run finds, history by history.</summary>
public sealed class FaultReport(FaultOptions options)
{
    /// <summary>Seconds; such waits are told one by one.</summary>
    const double WorthTelling = 8;

    const int MostTold = 12;

    readonly DateTime _begun = DateTime.UtcNow;
    readonly List<FaultKind> _kinds = [];
    readonly List<(string Fault, Wait Wait)> _waits = [];
    readonly List<Violation> _broken = [];
    readonly Dictionary<string, int> _refusals = [];
    int _histories;
    int _givenUp;
    long _accepted;
    long _changes;

    public bool IsBroken => _broken.Count > 0;

    /// <summary>The history in which something broke, for the checker's own program.</summary>
    public IReadOnlyList<HistoryLine> BrokenLines { get; private set; } = [];

    /// <param name="costs">Of its faults, in their order.</param>
    public void Add(IReadOnlyList<Cost> costs, IReadOnlyList<HistoryLine> lines)
    {
        var history = History.Of(lines);
        foreach (var (strike, cost) in StrikeReader.Read(history.Lines).Zip(costs))
        {
            _kinds.Add(FaultKind.Of(strike, cost));
            _waits.AddRange(strike.Waits.Select(wait => (strike.Name, wait)));
            _givenUp += cost.GivenUp;
        }

        _histories++;
        _accepted += lines.Where(line => line.Kind == LineKind.Ok).Select(line => (line.List, line.Op)).Distinct().LongCount();
        _changes += lines.LongCount(line => line.Kind == LineKind.Log);
        foreach (var line in lines.Where(line => line.Kind == LineKind.Fail)) _refusals[line.Code ?? ""] = _refusals.GetValueOrDefault(line.Code ?? "") + 1;
        _broken.AddRange(Checker.Check(history));
        if (IsBroken) BrokenLines = lines;
    }

    public FaultSummary Summary(FaultStage stage) => new()
    {
        Runs = [Run()],
        Histories = _histories,
        Accepted = _accepted,
        Changes = _changes,
        Lost = _broken.Count(violation => violation.Invariant == "I1"),
        Doubled = _broken.Count(violation => violation.Invariant == "I2"),
        BrokenCount = _broken.Count,
        Broken = [.. _broken.Take(MostTold).Select(violation => $"{violation.Invariant}: {violation.What}")],
        Wrong = [.. stage.Endings.Wrong],
        GivenUp = _givenUp,
        Refusals = _refusals,
        Conflicts = ProcessLogs.Conflicts(stage.LogFolder),
        Detected = stage.Detections.Seen,
        Kinds = FaultKind.Pool(_kinds),
    };

    /// <summary>The longest waits, with what the client did meanwhile.</summary>
    public string Waits()
    {
        var text = new StringBuilder();
        foreach (var (fault, wait) in _waits.Where(told => told.Wait.Seconds > WorthTelling).OrderByDescending(told => told.Wait.Seconds).Take(MostTold))
            text.AppendLine(CultureInfo.InvariantCulture, $"{fault}: {wait.Client} waited {wait.Seconds:0.0} s from {wait.Begin:HH:mm:ss.f} on: {wait.Story}");
        return text.ToString();
    }

    /// <summary>Writes the summary, and where something broke its history, into a folder.</summary>
    public void Save(string folder, FaultSummary summary)
    {
        Directory.CreateDirectory(folder);
        var name = $"faults-{_begun:yyyyMMdd-HHmmss}-seed{options.Seed}";
        File.WriteAllText(Path.Combine(folder, $"{name}.json"), summary.Json() + "\n");
        if (IsBroken) File.WriteAllLines(Path.Combine(folder, $"{name}.jsonl"), BrokenLines.Select(line => line.ToString()));
    }

    string Run() => string.Create(
        CultureInfo.InvariantCulture,
        $"{_begun:yyyy-MM-dd HH:mm} for {(DateTime.UtcNow - _begun).TotalMinutes:0} min at {Commit()}, seed {options.Seed}, {options.Silos} silos, {options.Gateways} gateways, {options.Each} a history"
        + $"{(options.Pair is null ? "" : $", pair {options.Pair}")}{(options.Other is null ? "" : ", with another release")}; {Environment.ProcessorCount} processors, load {Load()} at the end");

    static string Commit() =>
        typeof(FaultReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+') is [_, { Length: > 7 } hash] ? hash[..7] : "an unknown commit";

    static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
