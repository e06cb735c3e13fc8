using System.Security.Cryptography;
using System.Text.Json;

namespace TaskList.HistoryChecker;

/// <summary>A history with its log in reach.</summary>
public sealed class History
{
    readonly Dictionary<Guid, List<LogEntry>> _logs = [];

    History(IReadOnlyList<HistoryLine> lines) => Lines = lines;

    /// <summary>Everything but the log, in the order in which it happened.</summary>
    public IReadOnlyList<HistoryLine> Lines { get; }

    public IEnumerable<Guid> Lists => _logs.Keys;

    public static History Read(IEnumerable<string> lines) => Of(lines.Where(line => line.Length > 0).Select(HistoryLine.Parse));

    public static History Of(IEnumerable<HistoryLine> all)
    {
        var lines = all.ToList();
        var history = new History([.. lines.Where(line => line.Kind != LineKind.Log).OrderBy(line => line.At)]);
        foreach (var line in lines.Where(line => line.Kind == LineKind.Log))
        {
            var entry = LogEntry.Of(line.Change!.Value);
            if (!history._logs.TryGetValue(entry.List, out var log)) history._logs[entry.List] = log = [];
            log.Add(entry);
        }

        foreach (var log in history._logs.Values) log.Sort((one, other) => one.Version.CompareTo(other.Version));
        return history;
    }

    /// <summary>The rows of a list by version.</summary>
    public IReadOnlyList<LogEntry> Log(Guid list) => _logs.TryGetValue(list, out var log) ? log : [];

    /// <summary>The row of a version; null when the log has none.</summary>
    public LogEntry? At(Guid list, long version)
    {
        // The log's own density is another promise; here a gap must not move every row behind it.
        var log = Log(list);
        if (version >= 1 && version <= log.Count && log[(int)version - 1].Version == version) return log[(int)version - 1];
        return log.FirstOrDefault(entry => entry.Version == version);
    }

    /// <summary>How deliveries name a change's bytes.</summary>
    public static string HashOf(ReadOnlySpan<byte> change) => Convert.ToHexStringLower(SHA256.HashData(change)[..8]);
}

/// <summary>A row of the log.</summary>
public sealed record LogEntry(Guid List, long Version, Guid Op, Guid? Actor, DateTime At, JsonElement Events, string Hash)
{
    public static LogEntry Of(JsonElement change) => new(
        change.GetProperty("listId").GetGuid(),
        change.GetProperty("version").GetInt64(),
        change.GetProperty("commandId").GetGuid(),
        change.GetProperty("actorId").ValueKind == JsonValueKind.Null ? null : change.GetProperty("actorId").GetGuid(),
        change.GetProperty("at").GetDateTime(),
        change.GetProperty("events"),
        History.HashOf(System.Text.Encoding.UTF8.GetBytes(change.GetRawText())));
}
