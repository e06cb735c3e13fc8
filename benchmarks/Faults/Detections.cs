using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using TaskList.LocalServices;

namespace TaskList.Faults;

/// <summary>How long the other silos take to see that one is gone, by the number of working silos that each of them shows.</summary>
public sealed class Detections
{
    const string Metric = "tasklist_cluster_silos";

    static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);
    static readonly double[] Bounds = [1, 2, 3, 4, 5, 6, 8, 10, 12, 14, 16, 20];

    readonly ConcurrentBag<(string Signal, double? Seconds)> _seen = [];

    /// <summary>Watches the others from now until they have seen it, or until the limit: then it is noted as not seen.</summary>
    public Task Watch(string signal, IEnumerable<ProductHost> others, TimeSpan limit)
    {
        ProductHost[] watched = [.. others.Where(other => other.IsRunning)];
        return Task.WhenAll(watched.Select(async other => _seen.Add((signal, await Seen(other, watched.Length, limit)))));
    }

    /// <summary>One line a signal; counts are of silos that saw it within so many seconds and not before.</summary>
    public IEnumerable<string> Lines()
    {
        foreach (var signal in _seen.GroupBy(one => one.Signal).OrderBy(signal => signal.Key, StringComparer.Ordinal))
        {
            double[] times = [.. signal.Select(one => one.Seconds).OfType<double>().Order()];
            var counts = Bounds.Select((bound, i) => (bound, Count: times.Count(time => time <= bound && (i == 0 || time > Bounds[i - 1])))).Where(one => one.Count > 0);
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{signal.Key} seen by another silo: p50 {At(times, 0.5):0.0} s, p99 {At(times, 0.99):0.0} s; {string.Join(", ", counts.Select(one => $"within {one.bound} s {one.Count}"))}; not seen {signal.Count() - times.Length}");
        }
    }

    static double At(double[] sorted, double share) => sorted.Length == 0 ? double.NaN : sorted[(int)Math.Ceiling(share * sorted.Length) - 1];

    static async Task<double?> Seen(ProductHost other, int expected, TimeSpan limit)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(2) };
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < limit; await Task.Delay(Glance))
        {
            try
            {
                var metrics = await http.GetStringAsync(new Uri($"{other.Url}/metrics"));
                var shown = metrics.Split('\n').FirstOrDefault(line => line.StartsWith(Metric, StringComparison.Ordinal))?.Split(' ')[1];
                if (shown is not null && double.Parse(shown, CultureInfo.InvariantCulture) <= expected) return clock.Elapsed.TotalSeconds;
            }
            catch (Exception busy) when (busy is HttpRequestException or TaskCanceledException)
            {
                // The next look tells.
            }
        }

        return null;
    }
}
