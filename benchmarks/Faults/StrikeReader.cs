using TaskList.HistoryChecker;

namespace TaskList.Faults;

/// <summary>Reads out of a history what each fault cost.</summary>
public static class StrikeReader
{
    /// <summary>What a busy machine does to a client without any fault.</summary>
    public const double Noticed = 0.5;

    const double Second = 1_000_000;

    public static IEnumerable<Strike> Read(IReadOnlyList<HistoryLine> lines)
    {
        var marks = lines.Where(line => line.Kind == LineKind.Nemesis).ToArray();
        var accepted = Times(lines, LineKind.Ok);
        var asked = Times(lines, LineKind.Invoke);
        for (var i = 0; i + 1 < marks.Length; i++)
        {
            // A fault lasts from its own mark to the next one: its end.
            if (marks[i].What!.StartsWith("end ", StringComparison.Ordinal)) continue;
            var (from, to) = (marks[i].At, marks[i + 1].At);
            var outages = accepted.Where(client => asked[client.Key].Any(at => at >= from)).Select(client => Outage(client.Value, from, to)).ToArray();
            yield return new Strike(
                marks[i].What!,
                [.. outages.Where(outage => outage > Noticed)],
                [.. Reconnects(lines, from, to)],
                outages.Length,
                lines.Count(line => line.Kind == LineKind.Info && line.At >= from && line.At <= to));
        }
    }

    static Dictionary<string, long[]> Times(IReadOnlyList<HistoryLine> lines, LineKind kind) => lines
        .Where(line => line.Kind == kind && line.Client is not null)
        .GroupBy(line => line.Client!)
        .ToDictionary(client => client.Key, client => client.Select(line => line.At).Order().ToArray());

    /// <summary>The longest time without an accepted command that begins while the fault lasts, counted from the fault.</summary>
    static double Outage(long[] accepted, long from, long to)
    {
        var (longest, last) = (0L, from);
        foreach (var at in accepted.Where(at => at > from))
        {
            longest = Math.Max(longest, at - last);
            last = at;
            if (last > to) break;
        }

        return longest / Second;
    }

    static IEnumerable<double> Reconnects(IReadOnlyList<HistoryLine> lines, long from, long to)
    {
        foreach (var cut in lines.Where(line => line is { Kind: LineKind.Closed, List: null } && line.At >= from && line.At <= to))
        {
            if (lines.FirstOrDefault(line => line.Kind == LineKind.Opened && line.Client == cut.Client && line.At > cut.At) is { } back)
                yield return (back.At - cut.At) / Second;
        }
    }
}
