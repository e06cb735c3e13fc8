using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using TaskList.LocalServices;

namespace TaskList.Faults;

/// <summary>How long processes take to show what was done, in their metrics and their health.</summary>
public sealed class Detections
{
    static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    readonly ConcurrentBag<(string What, double? Seconds)> _seen = [];

    /// <summary>What was watched for: seconds of each process that showed it, null of one that did not within its limit.</summary>
    public Dictionary<string, double?[]> Seen => _seen.GroupBy(one => one.What).OrderBy(what => what.Key, StringComparer.Ordinal)
        .ToDictionary(what => what.Key, what => what.Select(one => one.Seconds).Order().ToArray());

    /// <summary>A condition for <see cref="Watch"/>: another silo is taken for gone.</summary>
    public static Func<ProductHost, HttpClient, Task<bool>> SeesOneLess(FaultStage stage) => async (host, http) => await SilosSeenBy(host, http) < stage.Silos.Length;

    /// <summary>The same: Redis does not know it, and it says so.</summary>
    public static async Task<bool> MissesItsRow(ProductHost host, HttpClient http) => await Metric(host, http, "tasklist_membership_row_missing") == 1;

    /// <summary>The same: it says that nothing new should be sent to it.</summary>
    public static async Task<bool> IsNotReady(ProductHost host, HttpClient http)
    {
        using var health = await http.GetAsync(new Uri(host.HealthUrl));
        return !health.IsSuccessStatusCode;
    }

    /// <summary>Working silos, as this one sees them.</summary>
    public static Task<double?> SilosSeenBy(ProductHost host, HttpClient http) => Metric(host, http, "tasklist_cluster_silos");

    /// <summary>Watches these from now until each has shown it, or until the limit: then it is noted as not seen.</summary>
    public Task Watch(string what, IEnumerable<ProductHost> hosts, TimeSpan limit, Func<ProductHost, HttpClient, Task<bool>> shows) =>
        Task.WhenAll(hosts.Where(host => host.IsRunning).ToArray().Select(async host => _seen.Add((what, await SecondsUntil(host, limit, shows)))));

    /// <summary>Null where it was not to be seen within the limit; a process that does not answer is asked again.</summary>
    public static async Task<double?> SecondsUntil(ProductHost host, TimeSpan limit, Func<ProductHost, HttpClient, Task<bool>> shows)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(2) };
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < limit; await Task.Delay(Glance))
        {
            try
            {
                if (await shows(host, http)) return Math.Round(clock.Elapsed.TotalSeconds, 2);
            }
            catch (Exception busy) when (busy is HttpRequestException or TaskCanceledException)
            {
                // The next look tells.
            }
        }

        return null;
    }

    static async Task<double?> Metric(ProductHost host, HttpClient http, string name)
    {
        var metrics = await http.GetStringAsync(new Uri($"{host.Url}/metrics"));
        var shown = metrics.Split('\n').FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?.Split(' ')[1];
        return shown is null ? null : double.Parse(shown, CultureInfo.InvariantCulture);
    }
}
