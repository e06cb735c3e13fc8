using System.Globalization;

namespace TaskList.Faults;

/// <summary>All faults of one name, of one run or of several. Numbers of single clients are kept, so that runs can be put together.</summary>
public sealed record FaultKind
{
    public const string Heading =
        "fault              times  waiting clients  outage s: p50   p99   max  reconnect s: p50   p99  settled s: max  declared dead  rejected  undecided";

    public required string Name { get; init; }

    public int Times { get; init; }

    public int Clients { get; init; }

    public int Undecided { get; init; }

    public int Kills { get; init; }

    /// <summary>Silos that were voted out though no fault had killed them, as often as they ended themselves for it.</summary>
    public int DeclaredDead { get; init; }

    /// <summary>Writes of an activation that another one had overtaken; the log took none of them.</summary>
    public int Rejected { get; init; }

    /// <summary>Seconds, one of each client that waited.</summary>
    public double[] Outages { get; init; } = [];

    public double[] Reconnects { get; init; } = [];

    /// <summary>Seconds after the end of the cause, one of each fault.</summary>
    public double[] Settled { get; init; } = [];

    public static FaultKind Of(Strike strike, Cost cost) => new()
    {
        Name = strike.Name,
        Times = 1,
        Clients = strike.Clients,
        Undecided = strike.Undecided,
        Kills = cost.Kills,
        DeclaredDead = cost.DeclaredDead,
        Rejected = cost.Conflicts,
        Outages = [.. strike.Waits.Select(wait => Short(wait.Seconds))],
        Reconnects = [.. strike.Reconnects.Select(Short)],
        Settled = strike.Settled is { } settled ? [Short(settled)] : [],
    };

    /// <summary>Faults of one name become one, in the names' order.</summary>
    public static FaultKind[] Pool(IEnumerable<FaultKind> kinds) =>
        [.. kinds.GroupBy(kind => kind.Name).OrderBy(same => same.Key, StringComparer.Ordinal).Select(same => same.Aggregate(Add))];

    public string Line() => string.Create(CultureInfo.InvariantCulture, $"{Name,-18} {Times,5}  {Outages.Length,6} of {Clients,-5}  {At(Outages, 0.5),14} {At(Outages, 0.99),5} {At(Outages, 1),5}")
        + string.Create(CultureInfo.InvariantCulture, $"  {At(Reconnects, 0.5),16} {At(Reconnects, 0.99),5}  {At(Settled, 1),14}  {DeclaredDead,13}  {Rejected,8}  {Undecided,9}");

    /// <summary>The smallest number that this share of them does not exceed; a dash where there are none.</summary>
    public static string At(double[] numbers, double share) => numbers.Length == 0
        ? "-"
        : numbers.Order().ElementAt((int)Math.Ceiling(share * numbers.Length) - 1).ToString("0.0", CultureInfo.InvariantCulture);

    static FaultKind Add(FaultKind one, FaultKind other) => one with
    {
        Times = one.Times + other.Times,
        Clients = one.Clients + other.Clients,
        Undecided = one.Undecided + other.Undecided,
        Kills = one.Kills + other.Kills,
        DeclaredDead = one.DeclaredDead + other.DeclaredDead,
        Rejected = one.Rejected + other.Rejected,
        Outages = [.. one.Outages, .. other.Outages],
        Reconnects = [.. one.Reconnects, .. other.Reconnects],
        Settled = [.. one.Settled, .. other.Settled],
    };

    static double Short(double seconds) => Math.Round(seconds, 2);
}
