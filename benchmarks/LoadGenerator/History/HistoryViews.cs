using System.Collections.Concurrent;
using System.Text.Json;
using TaskList.HistoryChecker;
using Checked = TaskList.HistoryChecker.History;

namespace TaskList.LoadGenerator.History;

/// <summary>What one connection is told, written down as it comes.</summary>
sealed class HistoryViews(string client, Guid user, HistoryRecorder recorder)
{
    readonly ConcurrentDictionary<Guid, (Guid History, long Version)> _at = new();
    readonly ConcurrentDictionary<Guid, bool> _lacking = new();

    /// <summary>The line may lose and swap messages: what does not follow is passed over, and the list has to be opened again from where it stands.</summary>
    public bool OnBadLine { get; init; }

    /// <summary>Where a list stands on this client, to open it again from there.</summary>
    public (Guid History, long Version)? Of(Guid list) => _at.TryGetValue(list, out var view) ? view : null;

    public void Forget(Guid list) => _at.TryRemove(list, out _);

    /// <summary>Something was passed over, or the log is further than this client, since it last began to open the list.</summary>
    public bool Lacks(Guid list) => _lacking.ContainsKey(list);

    public void Opening(Guid list) => _lacking.TryRemove(list, out _);

    /// <param name="asked">Where the client stood when it asked; a farewell that comes before the answer makes it forget that.</param>
    public void Opened(Guid list, long? asked, ReadOnlySpan<byte> completion)
    {
        var reader = new Utf8JsonReader(Whole(completion));
        using var answer = JsonDocument.ParseValue(ref reader);
        var result = answer.RootElement.GetProperty("result");
        var line = new HistoryLine
        {
            Kind = LineKind.Opened,
            Client = client,
            User = user,
            List = list,
            After = asked,
            Version = result.GetProperty("version").GetInt64(),
            Changes = result.TryGetProperty("changes", out var changes) ? Delivered(changes) : null,
            Snapshot = result.TryGetProperty("snapshot", out var snapshot) ? snapshot.Clone() : null,
        };
        recorder.Add(line);
        _at[list] = (result.GetProperty("historyId").GetGuid(), line.Version.Value);
    }

    public void Changed(ReadOnlySpan<byte> message)
    {
        var reader = new Utf8JsonReader(message);
        using var document = JsonDocument.ParseValue(ref reader);
        var told = document.RootElement.GetProperty("arguments")[0];
        var list = told.GetProperty("listId").GetGuid();
        var changes = Delivered(told.GetProperty("changes"));
        if (OnBadLine && changes.Length > 0 && (Of(list) is not { } at || changes[0].Version > at.Version + 1))
        {
            _lacking[list] = true;
            return;
        }

        recorder.Add(new HistoryLine { Kind = LineKind.Changed, Client = client, User = user, List = list, Changes = changes });
        if (_at.TryGetValue(list, out var view) && changes.Length > 0) _at[list] = view with { Version = Math.Max(view.Version, changes[^1].Version) };
    }

    public void Told(ReadOnlySpan<byte> message)
    {
        var reader = new Utf8JsonReader(message);
        using var document = JsonDocument.ParseValue(ref reader);
        var (target, arguments) = (document.RootElement.GetProperty("target").GetString(), document.RootElement.GetProperty("arguments"));
        if (target == "AccessLost")
        {
            recorder.Add(new HistoryLine { Kind = LineKind.AccessLost, Client = client, User = user, List = arguments[0].GetGuid() });
            Forget(arguments[0].GetGuid());
        }
        else if (target == "Head")
        {
            foreach (var head in arguments[0].EnumerateArray())
            {
                var (list, version) = (head.GetProperty("listId").GetGuid(), head.GetProperty("version").GetInt64());
                recorder.Add(new HistoryLine { Kind = LineKind.Head, Client = client, List = list, Version = version });
                if (OnBadLine && version > Of(list)?.Version) _lacking[list] = true;
            }
        }
    }

    // The client hands over what follows the invocation id's opening quote.
    static byte[] Whole(ReadOnlySpan<byte> completion) => [.. "{\"type\":3,\"invocationId\":\""u8, .. completion];

    static DeliveredChange[] Delivered(JsonElement changes) =>
        [.. changes.EnumerateArray().Select(change => new DeliveredChange(change.GetProperty("version").GetInt64(), Checked.HashOf(System.Text.Encoding.UTF8.GetBytes(change.GetRawText()))))];
}
