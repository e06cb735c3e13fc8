using System.Globalization;

namespace TaskList.LoadGenerator;

/// <summary>Who used the processors, from /proc. A process is counted with its children: Postgres has one for each connection.</summary>
sealed class CpuMeter
{
    const double TicksPerSecond = 100;

    readonly IReadOnlyDictionary<string, int> _processes;
    readonly Dictionary<string, double> _began;

    CpuMeter(IReadOnlyDictionary<string, int> processes) => (_processes, _began) = (processes, Read(processes));

    /// <summary>Counts from now on; the generator itself is always among the counted.</summary>
    public static CpuMeter Start(IReadOnlyDictionary<string, int> processes) =>
        new(new Dictionary<string, int>(processes) { ["generator"] = Environment.ProcessId });

    /// <summary>CPU seconds since the start by name, and <c>rest</c> for everything else on this machine.</summary>
    public Dictionary<string, double> Stop() => Read(_processes).ToDictionary(entry => entry.Key, entry => Math.Round(entry.Value - _began[entry.Key], 2));

    static Dictionary<string, double> Read(IReadOnlyDictionary<string, int> processes)
    {
        var all = Processes();
        var used = processes.ToDictionary(entry => entry.Key, entry => Tree(all, entry.Value) / TicksPerSecond);
        used["rest"] = (MachineTicks() / TicksPerSecond) - used.Values.Sum();
        return used;
    }

    static long Tree(Dictionary<int, (int Parent, long Own, long Waited)> all, int root)
    {
        if (!all.TryGetValue(root, out var process)) return 0;
        return process.Own + process.Waited + all.Where(entry => entry.Value.Parent == root).Sum(entry => Tree(all, entry.Key));
    }

    static Dictionary<int, (int Parent, long Own, long Waited)> Processes()
    {
        Dictionary<int, (int, long, long)> all = [];
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var pid)) continue;
            try
            {
                // The name, in parentheses, may hold spaces; what follows it does not.
                var line = File.ReadAllText(Path.Combine(folder, "stat"));
                var fields = line[(line.LastIndexOf(')') + 2)..].Split(' ');
                all[pid] = (int.Parse(fields[1], CultureInfo.InvariantCulture), Ticks(fields, 11) + Ticks(fields, 12), Ticks(fields, 13) + Ticks(fields, 14));
            }
            catch (IOException)
            {
                // It has just ended.
            }
        }

        return all;
    }

    static long Ticks(string[] fields, int at) => long.Parse(fields[at], CultureInfo.InvariantCulture);

    /// <summary>User, nice, system, interrupts: everything but waiting and what the host took away.</summary>
    static double MachineTicks()
    {
        var fields = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Ticks(fields, 1) + Ticks(fields, 2) + Ticks(fields, 3) + Ticks(fields, 6) + Ticks(fields, 7);
    }
}
