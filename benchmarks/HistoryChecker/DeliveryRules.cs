namespace TaskList.HistoryChecker;

/// <summary>What viewers were sent: I7, the half of I11 that speaks of reading, and I14.</summary>
static class DeliveryRules
{
    /// <summary>From the quiet on, everybody has this long.</summary>
    static readonly TimeSpan Bar = TimeSpan.FromSeconds(20);

    public static IEnumerable<Violation> Check(History history)
    {
        Dictionary<(string, Guid), ViewedList> views = [];
        var turns = Members.Turns(history);
        foreach (var line in history.Lines)
        {
            foreach (var violation in Take(history, views, line)) yield return violation;
            if (line.Kind is LineKind.Opened or LineKind.Changed or LineKind.Read && Foreign(turns, line) is { } foreign) yield return foreign;
        }

        foreach (var violation in Liveness(history, views)) yield return violation;
    }

    static IEnumerable<Violation> Take(History history, Dictionary<(string, Guid), ViewedList> views, HistoryLine line)
    {
        if (line is { Kind: LineKind.Closed, List: null })
        {
            foreach (var key in views.Keys.Where(key => key.Item1 == line.Client).ToArray()) views.Remove(key);
            return [];
        }

        if (line.Client is null || line.List is not { } list) return [];
        var view = (line.Client, list);
        switch (line.Kind)
        {
            case LineKind.AccessLost when views.TryGetValue(view, out var waiting) && waiting.Version is null:
                // The farewell to the last time it was open; the answer to this opening is still to come.
                return [];
            case LineKind.Closed or LineKind.AccessLost:
                views.Remove(view);
                return [];
            case LineKind.Opening:
                views[view] = new ViewedList(history, list);
                return [];
            case LineKind.Opened when views.TryGetValue(view, out var opening):
                return opening.Open(line);
            case LineKind.Changed when views.TryGetValue(view, out var open):
                return open.Take(line);
            default:
                return [];
        }
    }

    /// <summary>A delivery whose newest version belongs to a time at which this user was no member.</summary>
    static Violation? Foreign(Dictionary<(Guid, Guid), List<(long Version, bool Member)>> turns, HistoryLine line)
    {
        var newest = line.Changes is { Length: > 0 } changes ? changes.Max(change => change.Version) : line.Version;
        if (newest is not { } version || line.List is not { } list || line.User is not { } user) return null;
        var isMember = turns.TryGetValue((list, user), out var own) && own.LastOrDefault(turn => turn.Version <= version).Member;
        return isMember ? null : new Violation("I11", $"Version {version} of list {list} reached {user}, who was no member then.", line);
    }

    static IEnumerable<Violation> Liveness(History history, Dictionary<(string Client, Guid List), ViewedList> views)
    {
        if (history.Lines.LastOrDefault(line => line.Kind == LineKind.Quiet) is not { } quiet) yield break;
        var limit = quiet.At + (long)Bar.TotalMicroseconds;
        HashSet<Guid> open = [];
        foreach (var line in history.Lines)
        {
            if (line.Kind == LineKind.Invoke) open.Add(line.Op!.Value);
            if (line.Kind is LineKind.Ok or LineKind.Fail && line.At <= limit) open.Remove(line.Op!.Value);
        }

        foreach (var op in open.Take(1)) yield return new Violation("I14", $"{open.Count} commands were never answered for good, among them {op}.", quiet);
        foreach (var ((client, list), view) in views)
        {
            if (view.Version < history.Log(list)[^1].Version)
                yield return new Violation("I14", $"{client} stayed at version {view.Version} of list {list}, whose head is {history.Log(list)[^1].Version}.", quiet);
        }
    }
}
