using System.Diagnostics;
using System.Globalization;
using TaskList.LoadGenerator;
using TaskList.LocalServices;

namespace TaskList.Faults;

/// <summary>G9: what an edit costs in five processes and in one, what five cost that do nothing, and how long a silo that joins waits for its share of the lists.</summary>
static class ScaleRun
{
    /// <summary>Lists that are edited; each has a writer.</summary>
    const int Lists = 32;

    /// <summary>A cluster that has time to sleep between the edits, one that has not, and boards that many look at, through both gateways.</summary>
    static readonly ScaleShape[] Shapes = [new(Lists, 1, 20), new(Lists, 1, 100), new(8, 50, 20)];

    const int QuietLists = 300;

    /// <summary>A process that has just started compiles what it runs, and compiles it again: that belongs to its start, and a minute later it is over.</summary>
    static readonly TimeSpan Settled = TimeSpan.FromSeconds(60);

    /// <summary>What the balancer of lists bears, in shares.</summary>
    const double Tolerated = 1.2;

    /// <summary>A cluster is warm when it compiles for less than this share of a processor; five processes came there after a hundred seconds at full pace.</summary>
    const double Compiling = 0.05;

    const int WarmRounds = 12;
    static readonly ScaleShape FullPace = new(Lists, 1, null);
    static readonly TimeSpan WarmRound = TimeSpan.FromSeconds(20);
    static readonly TimeSpan Measured = TimeSpan.FromSeconds(15);
    static readonly TimeSpan Idle = TimeSpan.FromSeconds(15);
    static readonly TimeSpan MovePatience = TimeSpan.FromMinutes(4);

    /// <summary>True when every accepted edit was read back; never false for a slow figure.</summary>
    public static async Task<bool> Run()
    {
        var one = await CostPerEdit(0, 0, _ => Task.CompletedTask);
        var five = await CostPerEdit(3, 2, async cluster =>
        {
            Say($"five processes that do nothing: {await IdleShare(cluster):0.0} % of a processor (goal: at most 10)");
            Say($"no silo holds more than 1.2 times its share of {QuietLists} quiet lists, after one has joined, in {await MoveTime(cluster)}");
        });
        foreach (var (shape, alone, together) in Shapes.Zip(one.Micros, five.Micros))
            Say($"CPU an edit at {shape.Pace * shape.Lists:0} a second on {shape.Lists} lists with {shape.Viewers} viewers: one process {alone:0} µs, three silos and two gateways {together:0} µs, ratio {together / alone:0.00} (goal: at most 1.6)");
        string[] faults = [.. one.Faults, .. five.Faults];
        foreach (var fault in faults) Say($"FAULT {fault}");
        return faults.Length == 0;
    }

    static async Task<(double[] Micros, string[] Faults)> CostPerEdit(int silos, int gateways, Func<ProductCluster, Task> first)
    {
        var folder = Directory.CreateTempSubdirectory("tl-scale-").FullName;
        try
        {
            await using var cluster = await ProductCluster.StartAsync(new ProductClusterOptions
            {
                Folder = folder,
                Silos = silos,
                Gateways = gateways,
                Settings = new Dictionary<string, string?> { ["Limits"] = "off", ["Dashboard"] = "off" },
            });
            await first(cluster);
            string[] urls = [.. cluster.Gateways.Select(gateway => gateway.Url)];
            var lists = await ScaleLists.Make(urls[0], Lists);
            var pids = cluster.Hosts.ToDictionary(host => host.Name, host => host.Process!.Pid);
            await Warm(cluster, urls, lists);
            var (micros, faults) = (new List<double>(), new List<string>());
            foreach (var shape in Shapes)
            {
                var results = await Load(urls, lists[..shape.Lists], pids, shape, Measured);
                var seconds = pids.Keys.Sum(name => results[0].Cpu[name]);
                var edits = results.Sum(result => result.EditsPerSecond * result.Seconds);
                Say($"{pids.Count} processes: {edits:0} edits, {seconds:0.00} s of CPU, {string.Join(", ", pids.Keys.Select(name => $"{name} {results[0].Cpu[name]:0.00}"))}");
                micros.Add(seconds / edits * 1_000_000);
                faults.AddRange(results.SelectMany(result => result.Faults));
            }

            return ([.. micros], [.. faults]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>At full pace, until hardly anything is compiled any more: in five processes that had been warmed for forty seconds an eighth of the time still went there.</summary>
    static async Task Warm(ProductCluster cluster, string[] urls, LoadList[] lists)
    {
        var compiled = await Sum(cluster, "dotnet_jit_compilation_time_seconds_total");
        for (var round = 1; round <= WarmRounds; round++)
        {
            await Load(urls, lists, [], FullPace, WarmRound);
            var was = compiled;
            compiled = await Sum(cluster, "dotnet_jit_compilation_time_seconds_total");
            if (compiled - was < Compiling * WarmRound.TotalSeconds) return;
        }

        Say($"still compiling after {WarmRounds} rounds of {WarmRound.TotalSeconds:0} s");
    }

    static async Task<double> Sum(ProductCluster cluster, string metric)
    {
        using var http = new HttpClient();
        return (await Task.WhenAll(cluster.Hosts.Select(host => ValueOf(http, host.Url, metric)))).Sum();
    }

    static Task<LoadResult[]> Load(string[] urls, LoadList[] lists, Dictionary<string, int> processes, ScaleShape shape, TimeSpan time) =>
        Task.WhenAll(lists.Chunk(lists.Length / urls.Length).Select((part, i) => EditLoad.Run(new LoadJob
        {
            Shape = LoadShape.Edits,
            Url = urls[i],
            ViewUrls = shape.Viewers == 1 ? [] : urls,
            Lists = part,
            Viewers = shape.Viewers,
            Rate = shape.Pace,
            Processes = i == 0 ? processes : [],
            MeasureMs = (int)time.TotalMilliseconds,
        })));

    static async Task<double> IdleShare(ProductCluster cluster)
    {
        await Task.Delay(Settled);
        var meter = CpuMeter.Start(cluster.Hosts.ToDictionary(host => host.Name, host => host.Process!.Pid));
        await Task.Delay(Idle);
        var used = meter.Stop();
        return cluster.Hosts.Sum(host => used[host.Name]) / Idle.TotalSeconds * 100;
    }

    static async Task<string> MoveTime(ProductCluster cluster)
    {
        var last = cluster.Silos.Last();
        await last.StopAsync();
        await ScaleLists.Make(cluster.Gateways.First().Url, QuietLists);
        await last.StartAsync();
        var clock = Stopwatch.StartNew();
        using var http = new HttpClient();
        while (clock.Elapsed < MovePatience)
        {
            var held = await Task.WhenAll(cluster.Silos.Select(silo => ListsOf(http, silo.Url)));
            if (held.Min() > 0 && held.Max() <= Tolerated * held.Sum() / held.Length) return $"{clock.Elapsed.TotalSeconds:0} s (lists by silo: {string.Join(", ", held)})";
            await Task.Delay(1_000);
        }

        return $"more than {MovePatience.TotalMinutes:0} minutes";
    }

    static Task<double> ListsOf(HttpClient http, string url) => ValueOf(http, url, "tasklist_active_lists");

    static async Task<double> ValueOf(HttpClient http, string url, string metric)
    {
        var metrics = await http.GetStringAsync(new Uri($"{url}/metrics"));
        var line = metrics.Split('\n').FirstOrDefault(line => line.StartsWith(metric, StringComparison.Ordinal))?.Split(' ')[1];
        return line is null ? 0 : double.Parse(line, CultureInfo.InvariantCulture);
    }

    static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
