namespace TaskList.Faults;

/// <summary>How often the log's own rules had to decide, from the silos' logs: where they never do, the faults did not bite.</summary>
static class Conflicts
{
    public static Dictionary<string, int> Count(string logFolder)
    {
        Dictionary<string, int> counts = new() { ["VersionConflict"] = 0, ["CommandExists"] = 0, ["Unknown"] = 0, ["NotWritten"] = 0 };
        foreach (var line in Directory.EnumerateFiles(logFolder, "silo-*.log").SelectMany(File.ReadLines).Where(line => line.Contains("The log did not take", StringComparison.Ordinal)))
        {
            foreach (var kind in counts.Keys.Where(kind => line.Contains($": {kind}.", StringComparison.Ordinal)).ToArray()) counts[kind]++;
        }

        return counts;
    }
}
