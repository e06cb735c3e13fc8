namespace TaskList.HistoryChecker;

/// <summary>Commands against the log and against each other: I1, I2, I3, I6, and what I8 says of refusals.</summary>
static class AnswerRules
{
    /// <summary>The log's times are cut to milliseconds.</summary>
    static readonly TimeSpan Rounding = TimeSpan.FromMilliseconds(2);

    public static IEnumerable<Violation> Check(History history)
    {
        var invoked = history.Lines.Where(line => line.Kind == LineKind.Invoke).GroupBy(line => line.Op!.Value).ToDictionary(group => group.Key, group => group.First());
        return Durability(history).Concat(Once(history)).Concat(Phantoms(history, invoked)).Concat(Order(history, invoked)).Concat(Refusals(history, invoked));
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

    /// <summary>Nobody is told that a task does not exist whose addition was answered before they asked. Histories delete no tasks.</summary>
    static IEnumerable<Violation> Refusals(History history, Dictionary<Guid, HistoryLine> invoked)
    {
        Dictionary<Guid, HistoryLine> added = [];
        Dictionary<Guid, HistoryLine> known = [];
        foreach (var line in history.Lines.Where(line => line.Op is { } op && invoked.ContainsKey(op)))
        {
            var invoke = invoked[line.Op!.Value];
            if (invoke.Command is not { } command || !command.TryGetProperty("taskId", out var id) || !id.TryGetGuid(out var taskId)) continue;
            if (line.Kind == LineKind.Ok && command.GetProperty("type").ValueEquals("addTask")) added[taskId] = line;
            else if (line == invoke && added.TryGetValue(taskId, out var answered)) known[line.Op.Value] = answered;
            else if (line is { Kind: LineKind.Fail, Code: "taskNotFound" } && known.TryGetValue(line.Op.Value, out var addition))
                yield return new Violation("I8", $"Task {taskId} was added before this command left, which was refused because there is no such task.", addition, line);
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
