namespace TaskList.Faults;

/// <summary>What the processes of a run wrote about themselves.</summary>
static class ProcessLogs
{
    /// <summary>Another activation had written that version.</summary>
    public const string VersionConflict = "VersionConflict";

    /// <summary>How often the log's own rules had to decide, by kind: where they never do, the faults did not bite.</summary>
    public static Dictionary<string, int> Conflicts(string folder)
    {
        Dictionary<string, int> counts = new() { [VersionConflict] = 0, ["CommandExists"] = 0, ["Unknown"] = 0, ["NotWritten"] = 0 };
        foreach (var line in Directory.EnumerateFiles(folder, "silo-*.log").SelectMany(File.ReadLines).Where(line => line.Contains("The log did not take", StringComparison.Ordinal)))
        {
            foreach (var kind in counts.Keys.Where(kind => line.Contains($": {kind}.", StringComparison.Ordinal)).ToArray()) counts[kind]++;
        }

        return counts;
    }

    /// <summary>How often one of these processes ended itself because something in it threw. Nothing that is done to it from outside may bring it to that.</summary>
    public static int GivenUp(IEnumerable<string> logs) => logs.SelectMany(File.ReadLines).Count(line => line.Contains("BackgroundService failed", StringComparison.Ordinal));
}
