using System.Text.Json;

namespace TaskList.HistoryChecker;

/// <summary>The log by itself, and against what the commands meant: I4, I5, and the half of I11 that speaks of writing.</summary>
static class LogRules
{
    static readonly Dictionary<string, string> Meaning = new()
    {
        ["addSection"] = "sectionAdded",
        ["renameSection"] = "sectionRenamed",
        ["addTask"] = "taskAdded",
        ["editTask"] = "taskEdited",
        ["moveTask"] = "taskMoved",
        ["completeTask"] = "taskCompleted",
        ["reopenTask"] = "taskReopened",
        ["deleteTask"] = "taskDeleted",
        ["addComment"] = "commentAdded",
        ["removeMember"] = "memberRemoved",
        ["renameList"] = "listRenamed",
    };

    /// <summary>Fields that the list decides itself, or resolves.</summary>
    static readonly string[] Decided = ["type", "number", "afterTaskId", "afterSectionId"];

    public static IEnumerable<Violation> Check(History history)
    {
        var invoked = history.Lines.Where(line => line.Kind == LineKind.Invoke).GroupBy(line => line.Op!.Value).ToDictionary(group => group.Key, group => group.First());
        foreach (var list in history.Lists)
        {
            var (expected, last, members) = (1L, DateTime.MinValue, new Members());
            foreach (var entry in history.Log(list))
            {
                if (entry.Version != expected) yield return new Violation("I5", $"List {list} has version {entry.Version} where {expected} belongs.");
                if (entry.At < last) yield return new Violation("I5", $"Time runs back at version {entry.Version} of list {list}.");
                if (invoked.TryGetValue(entry.Op, out var invoke) && Difference(invoke.Command, entry) is { } difference)
                    yield return new Violation("I4", $"Version {entry.Version} of list {list}: {difference}.", invoke);
                if (entry.Version > 1 && !members.Contains(entry.Actor) && !IsOnly(entry, "memberAdded"))
                    yield return new Violation("I11", $"Version {entry.Version} of list {list} was written by {entry.Actor}, who was no member.");
                members.Apply(entry);
                (expected, last) = (entry.Version + 1, entry.At);
            }
        }
    }

    public static bool IsOnly(LogEntry entry, string type) =>
        entry.Events.GetArrayLength() == 1 && entry.Events[0].GetProperty("type").GetString() == type;

    /// <summary>Where a change says something else than its command; null where it does not. Nothing at all is a command that changed nothing.</summary>
    static string? Difference(JsonElement? sent, LogEntry entry)
    {
        if (sent is not { } command || entry.Events.GetArrayLength() == 0) return null;
        if (!Meaning.TryGetValue(command.GetProperty("type").GetString()!, out var type)) return null;
        var happened = entry.Events[0];
        if (entry.Events.GetArrayLength() > 1 || happened.GetProperty("type").GetString() != type) return $"the change is not a {type}";
        foreach (var field in happened.EnumerateObject())
        {
            if (Decided.Contains(field.Name)) continue;
            if (!command.TryGetProperty(field.Name, out var meant)) return $"{field.Name} was never sent";
            if (!JsonElement.DeepEquals(meant, field.Value)) return $"{field.Name} is not what was sent";
        }

        return null;
    }
}
