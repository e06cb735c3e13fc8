using System.Globalization;
using TaskList.HistoryChecker;

namespace TaskList.Faults;

/// <summary>Reads out of a history what each fault cost.</summary>
public static class StrikeReader
{
    /// <summary>What a busy machine does to a client without any fault.</summary>
    public const double Noticed = 0.5;

    /// <summary>What the mark says that stands where a fault's cause has ended.</summary>
    public const string Healed = "healed";

    const double Second = 1_000_000;
    const int StoryLines = 12;

    public static IEnumerable<Strike> Read(IReadOnlyList<HistoryLine> lines)
    {
        var marks = lines.Where(line => line.Kind == LineKind.Nemesis && line.What != Healed).ToArray();
        var heals = lines.Where(line => line.Kind == LineKind.Nemesis && line.What == Healed).ToArray();
        var accepted = Times(lines, LineKind.Ok);
        var asked = Times(lines, LineKind.Invoke);
        for (var i = 0; i + 1 < marks.Length; i++)
        {
            // A fault lasts from its own mark to the next one: its end.
            if (marks[i].What!.StartsWith("end ", StringComparison.Ordinal)) continue;
            var (from, to) = (marks[i].At, marks[i + 1].At);
            var next = i + 2 < marks.Length ? marks[i + 2].At : long.MaxValue;
            var waits = accepted.Where(client => asked[client.Key].Any(at => at >= from)).Select(client => (client.Key, Outage: Outage(client.Value, from, to, next))).ToArray();
            yield return new Strike(
                marks[i].What!,
                [.. waits.Where(wait => wait.Outage.Length > Noticed * Second).Select(wait => Told(lines, wait.Key, wait.Outage))],
                [.. Reconnects(lines, from, to)],
                heals.FirstOrDefault(heal => heal.At >= from && heal.At <= to) is { } heal ? Settled(accepted.Values, heal.At) : null,
                waits.Length,
                lines.Count(line => line.Kind == LineKind.Info && line.At >= from && line.At <= to));
        }
    }

    static Dictionary<string, long[]> Times(IReadOnlyList<HistoryLine> lines, LineKind kind) => lines
        .Where(line => line.Kind == kind && line.Client is not null)
        .GroupBy(line => line.Client!)
        .ToDictionary(client => client.Key, client => client.Select(line => line.At).Order().ToArray());

    /// <summary>
    /// The longest time without an accepted command that the fault can have caused, counted from the fault. One that begins in the last moment before the next fault strikes is
    /// that one's: where nothing had failed, the client would hardly have waited.
    /// </summary>
    static (long From, long Length) Outage(long[] accepted, long from, long to, long next)
    {
        var (longest, last) = ((From: from, Length: 0L), from);
        foreach (var at in accepted.Where(at => at > from))
        {
            if (at - last > longest.Length && (at < next || last < next - (Noticed * Second))) longest = (last, at - last);
            last = at;
            if (last > to) break;
        }

        return longest;
    }

    static double? Settled(IEnumerable<long[]> accepted, long healed)
    {
        var next = accepted.Select(client => client.FirstOrDefault(at => at > healed)).Where(at => at > 0).ToArray();
        return next.Length == 0 ? null : (next.Max() - healed) / Second;
    }

    static Wait Told(IReadOnlyList<HistoryLine> lines, string client, (long From, long Length) outage)
    {
        var story = lines
            .Where(line => line.Client == client && line.At >= outage.From && line.At <= outage.From + outage.Length && line.Kind is not (LineKind.Changed or LineKind.Head))
            .Select(line => string.Create(CultureInfo.InvariantCulture, $"{(line.At - outage.From) / Second:0.0} {line.Kind}{(line.Code is { } code ? " " + code : "")}"));
        return new Wait(client, DateTime.UnixEpoch.AddMicroseconds(outage.From), outage.Length / Second, string.Join(", ", story.Take(StoryLines)));
    }

    static IEnumerable<double> Reconnects(IReadOnlyList<HistoryLine> lines, long from, long to)
    {
        foreach (var cut in lines.Where(line => line is { Kind: LineKind.Closed, List: null } && line.At >= from && line.At <= to))
        {
            if (lines.FirstOrDefault(line => line.Kind is LineKind.Opened or LineKind.Ok && line.Client == cut.Client && line.At > cut.At) is { } back)
                yield return (back.At - cut.At) / Second;
        }
    }
}
