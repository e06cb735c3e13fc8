namespace TaskList.HistoryChecker;

/// <summary>I8: what a caller has been answered, its next read shows; reads never go back.</summary>
static class ReadRules
{
    public static IEnumerable<Violation> Check(History history)
    {
        Dictionary<(string, Guid), HistoryLine> known = [];
        Dictionary<(string, Guid), HistoryLine?> atStart = [];
        foreach (var line in history.Lines.Where(line => line is { Client: not null, List: not null }))
        {
            var key = (line.Client!, line.List!.Value);
            switch (line.Kind)
            {
                case LineKind.Reading:
                    atStart[key] = known.GetValueOrDefault(key);
                    break;
                case LineKind.Read:
                    if (atStart.GetValueOrDefault(key) is { } earlier && line.Version < earlier.Version)
                        yield return new Violation("I8", $"{line.Client} knew version {earlier.Version} of list {line.List} and read version {line.Version}.", earlier, line);
                    Raise(known, key, line);
                    break;
                case LineKind.Ok:
                    Raise(known, key, line);
                    break;
            }
        }
    }

    static void Raise(Dictionary<(string, Guid), HistoryLine> known, (string, Guid) key, HistoryLine line)
    {
        if (!known.TryGetValue(key, out var before) || before.Version < line.Version) known[key] = line;
    }
}
