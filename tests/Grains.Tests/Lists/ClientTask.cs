using System.Text.Json.Nodes;

namespace TaskList.Grains.Tests.Lists;

/// <summary>One task of a <see cref="ClientModel"/>.</summary>
sealed class ClientTask(JsonObject task)
{
    static string Text(JsonNode? node) => node!.GetValue<string>();

    JsonArray Array(string name) => task[name]!.AsArray();

    public void Apply(string type, JsonObject e, JsonNode at, JsonNode? actor)
    {
        switch (type)
        {
            case "taskEdited" or "taskParentSet":
                ClientModel.Set(task, e, "taskId");
                break;
            case "taskCompleted":
                task["completedAt"] = at.DeepClone();
                break;
            case "taskReopened":
                task.Remove("completedAt");
                break;
            case "assigned":
                Array("assigneeIds").Add(Text(e["userId"]));
                break;
            case "unassigned":
                ClientModel.Remove(Array("assigneeIds"), e["userId"]!);
                break;
            case "taskWatched":
                Array("watcherIds").Add(Text(e["userId"]));
                break;
            case "taskUnwatched":
                ClientModel.Remove(Array("watcherIds"), e["userId"]!);
                break;
            case "labelAdded":
                Array("labelIds").Add(Text(e["labelId"]));
                break;
            case "labelRemoved":
                ClientModel.Remove(Array("labelIds"), e["labelId"]!);
                break;
            case "taskTransferStarted":
                task["transfer"] = new JsonObject { ["toListId"] = Text(e["toListId"]) };
                break;
            case "taskTransferCancelled":
                task.Remove("transfer");
                break;
            case "checklistItemAdded":
                Insert(Array("checklist"), ClientModel.Pick(e, "itemId", "text", "checked"), "itemId", e["afterItemId"]);
                break;
            case "checklistItemEdited" or "checklistItemChecked":
                ClientModel.Set(Find(Array("checklist"), "itemId", e), Without(e, "taskId"), "itemId");
                break;
            case "checklistItemMoved":
                var item = Find(Array("checklist"), "itemId", e);
                Array("checklist").Remove(item);
                Insert(Array("checklist"), item, "itemId", e["afterItemId"]);
                break;
            case "checklistItemDeleted":
                Array("checklist").Remove(Find(Array("checklist"), "itemId", e));
                break;
            case "commentAdded":
                var comment = ClientModel.Pick(e, "commentId", "text", "mentions", "importedAuthor", "importedAt");
                comment["authorId"] = actor?.DeepClone();
                comment["at"] = at.DeepClone();
                Array("comments").Add(comment);
                break;
            case "commentEdited":
                var edited = Find(Array("comments"), "commentId", e);
                edited.Remove("mentions");
                ClientModel.Set(edited, Without(e, "taskId"), "commentId");
                edited["editedAt"] = at.DeepClone();
                break;
            case "commentDeleted":
                Array("comments").Remove(Find(Array("comments"), "commentId", e));
                break;
            case "commentRestored":
                Insert(Array("comments"), e["comment"]!.DeepClone().AsObject(), "commentId", e["afterCommentId"]);
                break;
            default:
                throw new InvalidOperationException($"This client does not know {type}.");
        }
    }

    static JsonObject Without(JsonObject e, string name)
    {
        var copy = e.DeepClone().AsObject();
        copy.Remove(name);
        return copy;
    }

    static JsonObject Find(JsonArray items, string idName, JsonObject e) => items.Single(item => Text(item![idName]) == Text(e[idName]))!.AsObject();

    static void Insert(JsonArray items, JsonObject item, string idName, JsonNode? after) =>
        items.Insert(after is null ? 0 : items.Select(other => Text(other![idName])).ToList().IndexOf(Text(after)) + 1, item);
}
