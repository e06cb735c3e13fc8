using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TaskList.HistoryChecker.Tests;

/// <summary>A small history by hand: one list, an owner, a viewer, three edits, all as it should be. Each test spoils one thing.</summary>
sealed class MadeHistory
{
    static readonly DateTime Start = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    long _now;

    public Guid List { get; } = Guid.NewGuid();

    public Guid Owner { get; } = Guid.NewGuid();

    public Guid Guest { get; } = Guid.NewGuid();

    public Guid Section { get; } = Guid.NewGuid();

    public Guid Task { get; } = Guid.NewGuid();

    public List<HistoryLine> Lines { get; } = [];

    /// <summary>The log so far, by version.</summary>
    public List<JsonObject> Log { get; } = [];

    public static MadeHistory Sound()
    {
        var made = new MadeHistory();
        made.Change(made.List, made.Owner, null, new JsonObject { ["type"] = "listCreated", ["name"] = "List", ["ownerId"] = made.Owner });
        made.Add(new HistoryLine { Kind = LineKind.Ok, Client = "owner", User = made.Owner, List = made.List, Op = made.List, Version = 1 });
        made.Execute(new JsonObject { ["type"] = "addSection", ["sectionId"] = made.Section, ["name"] = "Section" },
            new JsonObject { ["type"] = "sectionAdded", ["sectionId"] = made.Section, ["name"] = "Section", ["afterSectionId"] = null });
        made.Add(new HistoryLine { Kind = LineKind.Joining, User = made.Guest, List = made.List });
        made.Change(Guid.NewGuid(), made.Guest, null, new JsonObject { ["type"] = "memberAdded", ["userId"] = made.Guest, ["role"] = "editor" });
        made.Add(new HistoryLine { Kind = LineKind.Opening, Client = "guest", User = made.Guest, List = made.List });
        made.Add(new HistoryLine { Kind = LineKind.Opened, Client = "guest", User = made.Guest, List = made.List, Version = 3, Snapshot = made.Picture() });
        made.Execute(new JsonObject { ["type"] = "addTask", ["taskId"] = made.Task, ["sectionId"] = made.Section, ["title"] = "Task" },
            new JsonObject { ["type"] = "taskAdded", ["taskId"] = made.Task, ["sectionId"] = made.Section, ["title"] = "Task", ["afterTaskId"] = null, ["number"] = 1 });
        made.Deliver(4);
        made.Edit("One");
        made.Deliver(5);
        made.Edit("Two");
        made.Deliver(6);
        made.Read(6);
        made.Add(new HistoryLine { Kind = LineKind.Quiet });
        return made;
    }

    public void Add(HistoryLine line) => Lines.Add(line with { At = Microseconds(Start) + (1_000 * ++_now) });

    public Guid Edit(string title) => Execute(
        new JsonObject { ["type"] = "editTask", ["taskId"] = Task, ["title"] = title },
        new JsonObject { ["type"] = "taskEdited", ["taskId"] = Task, ["title"] = title });

    /// <summary>A command of the owner that is accepted.</summary>
    public Guid Execute(JsonObject command, JsonObject happened)
    {
        var op = Guid.NewGuid();
        Invoke(op, command);
        Change(op, Owner, command, happened);
        Add(new HistoryLine { Kind = LineKind.Ok, Client = "owner", User = Owner, List = List, Op = op, Version = Log.Count });
        return op;
    }

    public void Invoke(Guid op, JsonObject command) => Add(new HistoryLine
    {
        Kind = LineKind.Invoke,
        Client = "owner",
        User = Owner,
        List = List,
        Op = op,
        Command = JsonSerializer.SerializeToElement(command),
    });

    public void Change(Guid op, Guid? actor, JsonObject? command, JsonObject happened)
    {
        if (command is null && op == List) Invoke(op, new JsonObject { ["type"] = "createList" });
        var at = Start.AddMilliseconds(++_now);
        Log.Add(new JsonObject { ["listId"] = List, ["version"] = Log.Count + 1, ["commandId"] = op, ["actorId"] = actor, ["at"] = at, ["events"] = new JsonArray(happened) });
    }

    public void Deliver(params long[] versions) => Add(new HistoryLine
    {
        Kind = LineKind.Changed,
        Client = "guest",
        User = Guest,
        List = List,
        Changes = [.. versions.Select(version => new DeliveredChange(version, Hash(version)))],
    });

    public void Read(long version, string client = "owner")
    {
        Add(new HistoryLine { Kind = LineKind.Reading, Client = client, User = Owner, List = List });
        Add(new HistoryLine { Kind = LineKind.Read, Client = client, User = Owner, List = List, Version = version, Snapshot = version == Log.Count ? Picture() : null });
    }

    /// <summary>The list as it stands.</summary>
    public JsonElement Picture()
    {
        var title = Log.Select(change => change["events"]![0]!["title"]?.GetValue<string>()).LastOrDefault(text => text is not null);
        var guest = Log.Select(change => change["events"]![0]!).LastOrDefault(happened => happened["userId"]?.GetValue<Guid>() == Guest);
        var isGuest = guest?["type"]!.GetValue<string>() == "memberAdded";
        return JsonSerializer.SerializeToElement(new
        {
            name = "List",
            version = Log.Count,
            sections = new[] { new { sectionId = Section, name = "Section", taskIds = title is null ? Array.Empty<Guid>() : [Task] } },
            tasks = title is null ? [] : new[] { new { taskId = Task, title, comments = Array.Empty<object>() } },
            members = new[] { new { userId = Owner, role = "owner" } }.Concat(isGuest ? [new { userId = Guest, role = "editor" }] : []),
        });
    }

    public IReadOnlyList<Violation> Check() => Checker.Check(History.Of(
        [.. Lines, .. Log.Select(change => new HistoryLine { Kind = LineKind.Log, Change = JsonSerializer.SerializeToElement(change) })]));

    string Hash(long version) => History.HashOf(Encoding.UTF8.GetBytes(JsonSerializer.SerializeToElement(Log[(int)version - 1]).GetRawText()));

    static long Microseconds(DateTime time) => (long)(time - DateTime.UnixEpoch).TotalMicroseconds;
}
