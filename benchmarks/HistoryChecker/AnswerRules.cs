namespace TaskList.HistoryChecker;

/// <summary>Commands against the log: I1, I2, I3, I6.</summary>
static class AnswerRules
{
    /// <summary>The log's times are cut to milliseconds.</summary>
    static readonly TimeSpan Rounding = TimeSpan.FromMilliseconds(2);

    public static IEnumerable<Violation> Check(History history)
    {
        var invoked = history.Lines.Where(line => line.Kind == LineKind.Invoke).GroupBy(line => line.Op!.Value).ToDictionary(group => group.Key, group => group.First());
        return Durability(history).Concat(Once(history)).Concat(Phantoms(history, invoked)).Concat(Order(history, invoked));
    }

    static IEnumerable<Violation> Durability(History history)
    {
        foreach (var ok in history.Lines.Where(line => line.Kind == LineKind.Ok))
        {
            if (history.At(ok.List!.Value, ok.Version!.Value) is not { } entry)
                yield return new Violation("I1", $"Version {ok.Version} of list {ok.List} was acknowledged and is not in the log.", ok);
            else if (entry.Op != ok.Op)
                yield return new Violation("I1", $"Version {ok.Version} of list {ok.List} is another command: {entry.Op}.", ok);
        }
    }

    static IEnumerable<Violation> Once(History history)
    {
        HashSet<(Guid, Guid)> seen = [];
        foreach (var entry in history.Lists.SelectMany(history.Log))
        {
            if (!seen.Add((entry.List, entry.Op)))
                yield return new Violation("I2", $"Command {entry.Op} is in the log of list {entry.List} more than once, again at version {entry.Version}.");
        }

        foreach (var fail in history.Lines.Where(line => line.Kind == LineKind.Fail && seen.Contains((line.List!.Value, line.Op!.Value))))
            yield return new Violation("I2", $"Command {fail.Op} was refused for good and is in the log.", fail);
    }

    static IEnumerable<Violation> Phantoms(History history, Dictionary<Guid, HistoryLine> invoked)
    {
        var joining = history.Lines.Where(line => line.Kind == LineKind.Joining).Select(line => (line.List!.Value, line.User!.Value)).ToHashSet();
        foreach (var entry in history.Lists.SelectMany(history.Log))
        {
            if (invoked.TryGetValue(entry.Op, out var invoke))
            {
                var at = DateTime.UnixEpoch.AddMicroseconds(invoke.At);
                if (entry.At + Rounding < at) yield return new Violation("I3", $"Version {entry.Version} is older than the command that caused it: {entry.At:O}, {at:O}.", invoke);
            }
            else if (!joining.Contains((entry.List, entry.Actor ?? Guid.Empty)) || !LogRules.IsOnly(entry, "memberAdded"))
            {
                yield return new Violation("I3", $"Nobody sent command {entry.Op}, which is version {entry.Version} of list {entry.List}.");
            }
        }
    }

    /// <summary>One sweep in time: what was answered before a command left is below it.</summary>
    static IEnumerable<Violation> Order(History history, Dictionary<Guid, HistoryLine> invoked)
    {
        Dictionary<Guid, HistoryLine> highest = [];
        Dictionary<Guid, HistoryLine> before = [];
        foreach (var line in history.Lines)
        {
            if (line.Kind == LineKind.Invoke && invoked[line.Op!.Value] == line && highest.TryGetValue(line.List!.Value, out var answered))
            {
                before[line.Op.Value] = answered;
            }
            else if (line.Kind == LineKind.Ok)
            {
                if (before.TryGetValue(line.Op!.Value, out var earlier) && line.Version <= earlier.Version)
                    yield return new Violation("I6", $"Version {earlier.Version} was answered before this command left, which became version {line.Version}.", earlier, line);
                if (!highest.TryGetValue(line.List!.Value, out var top) || top.Version < line.Version) highest[line.List.Value] = line;
            }
        }
    }
}
