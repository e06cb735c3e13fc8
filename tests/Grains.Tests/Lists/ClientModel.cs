using System.Text.Json.Nodes;

namespace TaskList.Grains.Tests.Lists;

/// <summary>A list as a browser keeps it: JSON in, JSON applied, and nothing known of the server's types. It forgets what is deleted, so it works only if events carry enough.</summary>
sealed class ClientModel
{
    readonly JsonObject _list = [];
    readonly List<JsonObject> _sections = [];
    readonly Dictionary<string, JsonObject> _tasks = [];
    readonly Dictionary<string, JsonObject> _labels = [];
    readonly Dictionary<string, JsonObject> _members = [];

    public JsonObject ToSnapshot() => new()
    {
        ["name"] = _list["name"]?.DeepClone(),
        ["key"] = _list["key"]?.DeepClone(),
        ["archivedAt"] = _list["archivedAt"]?.DeepClone(),
        ["sections"] = new JsonArray([.. _sections.Select(section => section.DeepClone())]),
        ["tasks"] = ById(_tasks),
        ["labels"] = ById(_labels),
        ["members"] = ById(_members),
    };

    /// <summary>A server's snapshot in the same form.</summary>
    public static JsonObject Normalize(byte[] snapshot)
    {
        var root = JsonNode.Parse(snapshot)!.AsObject();
        return new JsonObject
        {
            ["name"] = root["name"]?.DeepClone(),
            ["key"] = root["key"]?.DeepClone(),
            ["archivedAt"] = root["archivedAt"]?.DeepClone(),
            ["sections"] = root["sections"]!.DeepClone(),
            ["tasks"] = Keyed("tasks", "taskId"),
            ["labels"] = Keyed("labels", "labelId"),
            ["members"] = Keyed("members", "userId"),
        };

        JsonObject Keyed(string name, string id) => ById(root[name]!.AsArray().ToDictionary(item => Text(item![id]), item => item!.AsObject()));
    }

    static JsonObject ById(Dictionary<string, JsonObject> items) =>
        new(items.OrderBy(item => item.Key, StringComparer.Ordinal).Select(item => KeyValuePair.Create(item.Key, (JsonNode?)item.Value.DeepClone())));

    static string Text(JsonNode? node) => node!.GetValue<string>();

    public void Apply(byte[] change)
    {
        var root = JsonNode.Parse(change)!.AsObject();
        foreach (var happened in root["events"]!.AsArray()) Apply(happened!.AsObject(), root["at"]!, root["actorId"]);
    }

    void Apply(JsonObject e, JsonNode at, JsonNode? actor)
    {
        var type = Text(e["type"]);
        var task = e["taskId"] is { } taskId ? _tasks.GetValueOrDefault(Text(taskId)) : null;
        var section = e["sectionId"] is { } sectionId ? _sections.Find(s => Text(s["sectionId"]) == Text(sectionId)) : null;
        switch (type)
        {
            case "listCreated":
                Copy(e, _list, "name", "key");
                _members[Text(e["ownerId"])] = new JsonObject { ["userId"] = Text(e["ownerId"]), ["role"] = "owner" };
                break;
            case "listRenamed" or "listKeySet":
                Copy(e, _list, "name", "key");
                break;
            case "listArchived":
                _list["archivedAt"] = at.DeepClone();
                break;
            case "listUnarchived":
                _list.Remove("archivedAt");
                break;
            case "listDeleted" or "listRestored" or "undone":
                break;
            case "memberAdded" or "memberRoleSet":
                _members[Text(e["userId"])] = new JsonObject { ["userId"] = Text(e["userId"]), ["role"] = Text(e["role"]) };
                break;
            case "memberRemoved":
                _members.Remove(Text(e["userId"]));
                break;
            case "labelDefined":
                _labels[Text(e["labelId"])] = Pick(e, "labelId", "name", "color");
                break;
            case "labelDeleted":
                _labels.Remove(Text(e["labelId"]));
                foreach (var wearing in _tasks.Values) Remove(wearing["labelIds"]!.AsArray(), e["labelId"]!);
                break;
            case "labelRestored":
                _labels[Text(e["labelId"])] = Pick(e, "labelId", "name", "color");
                foreach (var id in e["taskIds"]!.AsArray()) _tasks[Text(id)]["labelIds"]!.AsArray().Add(Text(e["labelId"]));
                break;
            case "sectionAdded":
                Insert(new JsonObject { ["sectionId"] = Text(e["sectionId"]), ["name"] = Text(e["name"]), ["taskIds"] = new JsonArray() }, e["afterSectionId"]);
                break;
            case "sectionRenamed" or "sectionLimitSet":
                Set(section!, e, "sectionId");
                break;
            case "sectionMoved":
                _sections.Remove(section!);
                Insert(section!, e["afterSectionId"]);
                break;
            case "sectionDeleted":
                foreach (var id in section!["taskIds"]!.AsArray()) _tasks.Remove(Text(id));
                _sections.Remove(section);
                break;
            case "sectionRestored":
                var back = Pick(e, "sectionId", "name", "limit");
                var ids = new JsonArray();
                foreach (var picture in e["tasks"]!.AsArray())
                {
                    _tasks[Text(picture!["taskId"])] = picture.DeepClone().AsObject();
                    ids.Add(Text(picture["taskId"]));
                }

                back["taskIds"] = ids;
                Insert(back, e["afterSectionId"]);
                break;
            case "taskAdded":
                _tasks[Text(e["taskId"])] = Added(e, at, actor);
                Place(e, section!);
                break;
            case "taskRestored" or "taskReceived":
                _tasks[Text(e["taskId"])] = e["task"]!.DeepClone().AsObject();
                Place(e, section!);
                break;
            case "taskMoved":
                TakeOut(e);
                Place(e, section!);
                break;
            case "taskDeleted" or "taskTransferred":
                TakeOut(e);
                _tasks.Remove(Text(e["taskId"]));
                break;
            default:
                new ClientTask(task!).Apply(type, e, at, actor);
                break;
        }
    }

    static JsonObject Added(JsonObject e, JsonNode at, JsonNode? actor)
    {
        var task = e.DeepClone().AsObject();
        foreach (var name in new[] { "type", "sectionId", "afterTaskId" }) task.Remove(name);
        foreach (var name in new[] { "assigneeIds", "labelIds", "watcherIds", "checklist", "comments" }) task[name] ??= new JsonArray();
        task["createdAt"] = at.DeepClone();
        task["createdBy"] = actor?.DeepClone();
        return task;
    }

    void TakeOut(JsonObject e)
    {
        foreach (var section in _sections) Remove(section["taskIds"]!.AsArray(), e["taskId"]!);
    }

    static void Place(JsonObject e, JsonObject section)
    {
        var ids = section["taskIds"]!.AsArray();
        var at = e["afterTaskId"] is { } after ? Index(ids, Text(after)) + 1 : 0;
        ids.Insert(at, Text(e["taskId"]));
    }

    void Insert(JsonObject section, JsonNode? after) =>
        _sections.Insert(after is null ? 0 : _sections.FindIndex(other => Text(other["sectionId"]) == Text(after)) + 1, section);

    public static int Index(JsonArray ids, string id)
    {
        var at = ids.Select(Text).ToList().IndexOf(id);
        return at >= 0 ? at : throw new InvalidOperationException("The event names a neighbour that this client does not have.");
    }

    public static void Remove(JsonArray ids, JsonNode id)
    {
        var at = ids.Select(Text).ToList().IndexOf(Text(id));
        if (at >= 0) ids.RemoveAt(at);
    }

    /// <summary>Null clears: the member goes.</summary>
    public static void Set(JsonObject target, JsonObject e, string idName)
    {
        foreach (var (name, value) in e)
        {
            if (name is "type" || name == idName) continue;
            if (value is null) target.Remove(name);
            else target[name] = value.DeepClone();
        }
    }

    public static JsonObject Pick(JsonObject e, params string[] names)
    {
        var picked = new JsonObject();
        Copy(e, picked, names);
        return picked;
    }

    static void Copy(JsonObject from, JsonObject to, params string[] names)
    {
        foreach (var name in names)
        {
            if (from[name] is { } value) to[name] = value.DeepClone();
        }
    }
}
