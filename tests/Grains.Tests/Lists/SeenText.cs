using System.Text.Json;
using System.Text.Json.Nodes;
using TaskList.Contracts.Lists;
using TaskList.Grains.Lists;

namespace TaskList.Grains.Tests.Lists;

/// <summary>A list as people see it, to be compared: without the version, and without times that an inverse cannot bring back.</summary>
static class SeenText
{
    public static string Of(ListState state)
    {
        var root = JsonNode.Parse(ListJson.Write(state.ToSnapshot(Guid.Empty)))!.AsObject();
        root.Remove("version");
        if (root.ContainsKey("archivedAt")) root["archivedAt"] = "archived";
        foreach (var task in root["tasks"]!.AsArray().Select(node => node!.AsObject()))
        {
            if (task.ContainsKey("completedAt")) task["completedAt"] = "done";
            foreach (var set in new[] { "assigneeIds", "labelIds", "watcherIds" })
                task[set] = new JsonArray([.. task[set]!.AsArray().Select(id => (string)id!).Order(StringComparer.Ordinal).Select(id => JsonValue.Create(id))]);
            foreach (var comment in task["comments"]!.AsArray()) comment!.AsObject().Remove("editedAt");
        }

        root["labels"] = new JsonArray([.. root["labels"]!.AsArray().OrderBy(label => (string)label!["labelId"]!, StringComparer.Ordinal).Select(label => label!.DeepClone())]);
        return root.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }
}
