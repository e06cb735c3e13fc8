using System.Diagnostics;

namespace TaskList.LoadGenerator;

/// <summary>Samples of one connection; only that connection's reader adds.</summary>
sealed class Latencies
{
    readonly List<int> _microseconds = [];

    public void Add(long fromTimestamp, long toTimestamp) => _microseconds.Add((int)((toTimestamp - fromTimestamp) * 1_000_000 / Stopwatch.Frequency));

    /// <summary>All samples, not a sketch of them: there are few enough.</summary>
    public static LatencyRow? Of(IEnumerable<Latencies> parts)
    {
        int[] all = [.. parts.SelectMany(part => part._microseconds)];
        if (all.Length == 0) return null;
        Array.Sort(all);
        return new LatencyRow(At(0.50), At(0.95), At(0.99), At(1), all.Length);

        double At(double part) => all[Math.Min(all.Length - 1, (int)(part * all.Length))] / 1_000.0;
    }
}
