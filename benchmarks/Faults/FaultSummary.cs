using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TaskList.Faults;

/// <summary>What a run was and what it found, or several runs put together; small enough to be kept with the code.</summary>
public sealed record FaultSummary
{
    /// <summary>Refusals that belong to the load: a guest is removed once more who could not come back in between.</summary>
    static readonly string[] OfTheLoad = ["memberNotFound"];

    static readonly double[] Bounds = [1, 2, 3, 4, 5, 6, 8, 10, 12, 14, 16, 20, 30];

    /// <summary>What was built, and with which seed; of several runs all.</summary>
    public required string[] Runs { get; init; }

    public int Histories { get; init; }

    /// <summary>Distinct commands that were accepted.</summary>
    public long Accepted { get; init; }

    /// <summary>Changes that the logs hold.</summary>
    public long Changes { get; init; }

    /// <summary>Acknowledged commands that the log does not hold.</summary>
    public int Lost { get; init; }

    public int Doubled { get; init; }

    /// <summary>Promises that the checker found broken, these two among them.</summary>
    public int BrokenCount { get; init; }

    /// <summary>The first of them.</summary>
    public string[] Broken { get; init; } = [];

    /// <summary>Ends of processes that nobody planned.</summary>
    public string[] Wrong { get; init; } = [];

    /// <summary>Processes that ended because something in them threw, where no fault had brought them to that.</summary>
    public int GivenUp { get; init; }

    /// <summary>Commands that were refused for good, by code.</summary>
    public Dictionary<string, int> Refusals { get; init; } = [];

    /// <summary>What the log refused, by kind.</summary>
    public Dictionary<string, int> Conflicts { get; init; } = [];

    /// <summary>See <see cref="Detections.Seen"/>.</summary>
    public Dictionary<string, double?[]> Detected { get; init; } = [];

    public FaultKind[] Kinds { get; init; } = [];

    /// <summary>Codes that a product in order would not have answered, whatever was done to it.</summary>
    public IEnumerable<string> Unplanned => Refusals.Keys.Except(OfTheLoad);

    public bool IsGood => BrokenCount == 0 && Wrong.Length == 0 && GivenUp == 0 && !Unplanned.Any();

    public static FaultSummary Read(string file) => JsonSerializer.Deserialize<FaultSummary>(File.ReadAllText(file), JsonSerializerOptions.Web)
        ?? throw new JsonException($"{file} holds no run.");

    public static FaultSummary Pool(IReadOnlyCollection<FaultSummary> runs) => new()
    {
        Runs = [.. runs.SelectMany(run => run.Runs)],
        Histories = runs.Sum(run => run.Histories),
        Accepted = runs.Sum(run => run.Accepted),
        Changes = runs.Sum(run => run.Changes),
        Lost = runs.Sum(run => run.Lost),
        Doubled = runs.Sum(run => run.Doubled),
        BrokenCount = runs.Sum(run => run.BrokenCount),
        Broken = [.. runs.SelectMany(run => run.Broken)],
        Wrong = [.. runs.SelectMany(run => run.Wrong)],
        GivenUp = runs.Sum(run => run.GivenUp),
        Refusals = Sum(runs.Select(run => run.Refusals)),
        Conflicts = Sum(runs.Select(run => run.Conflicts)),
        Detected = runs.SelectMany(run => run.Detected).GroupBy(one => one.Key).ToDictionary(same => same.Key, same => same.SelectMany(one => one.Value).Order().ToArray()),
        Kinds = FaultKind.Pool(runs.SelectMany(run => run.Kinds)),
    };

    public string Json() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    public string Line() =>
        $"{Kinds.Sum(kind => kind.Times)} faults, {Kinds.Sum(kind => kind.Kills)} kills, {Accepted} commands accepted, {Lost} lost, {Doubled} doubled, {BrokenCount} promises broken, {Wrong.Length} processes ended wrongly";

    public string Text()
    {
        var text = new StringBuilder();
        foreach (var run in Runs) text.AppendLine(run);
        text.AppendLine(Line()).AppendLine().AppendLine(FaultKind.Heading);
        foreach (var kind in Kinds) text.AppendLine(kind.Line());
        text.AppendLine().AppendLine("What the log refused: " + Told(Conflicts)).AppendLine("Refused for good: " + Told(Refusals));
        foreach (var (what, seconds) in Detected) text.AppendLine(Histogram(what, [.. seconds.OfType<double>()], seconds.Count(one => one is null)));
        if (GivenUp > 0) text.AppendLine(CultureInfo.InvariantCulture, $"WRONG: {GivenUp} times something threw and its process ended");
        foreach (var code in Unplanned) text.AppendLine(CultureInfo.InvariantCulture, $"WRONG: refused for good with {code}");
        foreach (var wrong in Wrong.Take(20)) text.AppendLine(CultureInfo.InvariantCulture, $"WRONG: {wrong}");
        foreach (var broken in Broken.Take(10)) text.AppendLine(CultureInfo.InvariantCulture, $"BROKEN {broken}");
        return text.ToString();
    }

    static string Histogram(string what, double[] seconds, int unseen)
    {
        var counts = Bounds.Select((bound, i) => (bound, Count: seconds.Count(time => time <= bound && (i == 0 || time > Bounds[i - 1])))).Where(one => one.Count > 0);
        return string.Create(CultureInfo.InvariantCulture, $"Seen ({what}): p50 {FaultKind.At(seconds, 0.5)} s, p99 {FaultKind.At(seconds, 0.99)} s; ")
            + string.Join(", ", counts.Select(one => string.Create(CultureInfo.InvariantCulture, $"within {one.bound} s {one.Count}"))) + $"; not seen {unseen}";
    }

    static string Told(Dictionary<string, int> counts) => counts.Count == 0 ? "nothing" : string.Join(", ", counts.Select(one => $"{one.Key} {one.Value}"));

    static Dictionary<string, int> Sum(IEnumerable<Dictionary<string, int>> counts) =>
        counts.SelectMany(one => one).GroupBy(one => one.Key).ToDictionary(same => same.Key, same => same.Sum(one => one.Value));
}
