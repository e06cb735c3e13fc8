using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

/// <summary>The fields of every command, by its name on the wire.</summary>
static class CommandTypes
{
    static readonly string[] Colors = ["red", "orange", "amber", "green", "teal", "blue", "indigo", "purple", "pink", "gray"];

    static readonly string[] Roles = ["viewer", "commenter", "editor", "owner"];

    static readonly string[] OnlyAlone =
    [
        "renameList", "setListKey", "archiveList", "unarchiveList", "deleteList", "restoreList", "setMemberRole", "removeMember", "leaveList", "undo", "bulk",
        "transferTask",
    ];

    /// <summary>False for what concerns the list as a whole, its members or its history, and for what another list must answer.</summary>
    public static bool FitsInBulk(string type) => !OnlyAlone.Contains(type);

    /// <summary>Null for a name that this release does not know.</summary>
    public static ListCommand? Read(string type, CommandReader r, Guid id, long? seen) => type switch
    {
        "renameList" => new RenameList(id, seen, r.Text("name", ListLimits.Name)),
        "setListKey" => new SetListKey(id, seen, r.Matching("key", ListKeys.IsKey)),
        "setMemberRole" => new SetMemberRole(id, seen, r.Id("userId"), (Role)Math.Max(0, Array.IndexOf(Roles, r.OneOf("role", Roles)))),
        "removeMember" => new RemoveMember(id, seen, r.Id("userId")),
        "leaveList" => new LeaveList(id, seen),
        "archiveList" => new ArchiveList(id, seen),
        "unarchiveList" => new UnarchiveList(id, seen),
        "deleteList" => new DeleteList(id, seen),
        "restoreList" => new RestoreList(id, seen),
        "addSection" => new AddSection(id, seen, r.Id("sectionId"), r.Text("name", ListLimits.Name), r.Anchor("afterSectionId")),
        "renameSection" => new RenameSection(id, seen, r.Id("sectionId"), r.Text("name", ListLimits.Name)),
        "setSectionLimit" => new SetSectionLimit(id, seen, r.Id("sectionId"), r.RequiredNumber("limit", 1, ListLimits.SectionLimit)),
        "moveSection" => new MoveSection(id, seen, r.Id("sectionId"), r.Anchor("afterSectionId")),
        "deleteSection" => new DeleteSection(id, seen, r.Id("sectionId")),
        "defineLabel" => new DefineLabel(id, seen, r.Id("labelId"), r.TextOrBlank("name", ListLimits.Name), r.OneOf("color", Colors)),
        "undo" => new Undo(id, seen, r.Version("version")),
        "bulk" => new Bulk(id, seen, r.Commands("commands", id)),
        "deleteLabel" => new DeleteLabel(id, seen, r.Id("labelId")),
        _ => ReadOnTask(type, r, id, seen),
    };

    static ListCommand? ReadOnTask(string type, CommandReader r, Guid id, long? seen) => type switch
    {
        "addTask" => new AddTask(
            id, seen, r.Id("taskId"), r.Id("sectionId"), r.Text("title", ListLimits.Title), r.ClearableText("description", ListLimits.Text).Value,
            r.ClearableNumber("priority", 1, 4).Value, r.ClearableTime("startAt").Value, r.ClearableTime("dueAt").Value, r.ClearableTimeZone().Value,
            r.ClearableRecurrence().Value, r.Ids("assigneeIds", ListLimits.Members), r.Ids("labelIds", ListLimits.Labels), r.ClearableId("parentTaskId"),
            r.Anchor("afterTaskId")),
        "editTask" => new EditTask(
            id, seen, r.Id("taskId"), r.OptionalText("title", ListLimits.Title), r.ClearableText("description", ListLimits.Text),
            r.ClearableNumber("priority", 1, 4), r.ClearableTime("startAt"), r.ClearableTime("dueAt"), r.ClearableTimeZone(), r.ClearableRecurrence()),
        "moveTask" => new MoveTask(id, seen, r.Id("taskId"), r.Id("sectionId"), r.Anchor("afterTaskId")),
        "completeTask" => new CompleteTask(id, seen, r.Id("taskId")),
        "reopenTask" => new ReopenTask(id, seen, r.Id("taskId")),
        "deleteTask" => new DeleteTask(id, seen, r.Id("taskId")),
        "transferTask" => new TransferTask(id, seen, r.Id("taskId"), r.Id("toListId"), r.Id("toSectionId"), r.Anchor("afterTaskId")),
        "restoreTask" => new RestoreTask(id, seen, r.Id("taskId")),
        "setParent" => new SetParent(id, seen, r.Id("taskId"), r.ClearableId("parentTaskId")),
        "assign" => new Assign(id, seen, r.Id("taskId"), r.Id("userId")),
        "unassign" => new Unassign(id, seen, r.Id("taskId"), r.Id("userId")),
        "watchTask" => new WatchTask(id, seen, r.Id("taskId")),
        "unwatchTask" => new UnwatchTask(id, seen, r.Id("taskId")),
        "addLabel" => new AddLabel(id, seen, r.Id("taskId"), r.Id("labelId")),
        "removeLabel" => new RemoveLabel(id, seen, r.Id("taskId"), r.Id("labelId")),
        "addChecklistItem" => new AddChecklistItem(
            id, seen, r.Id("taskId"), r.Id("itemId"), r.Text("text", ListLimits.Title), r.Flag("checked"), r.Anchor("afterItemId")),
        "editChecklistItem" => new EditChecklistItem(id, seen, r.Id("taskId"), r.Id("itemId"), r.Text("text", ListLimits.Title)),
        "checkChecklistItem" => new CheckChecklistItem(id, seen, r.Id("taskId"), r.Id("itemId"), r.RequiredFlag("checked")),
        "moveChecklistItem" => new MoveChecklistItem(id, seen, r.Id("taskId"), r.Id("itemId"), r.Anchor("afterItemId")),
        "deleteChecklistItem" => new DeleteChecklistItem(id, seen, r.Id("taskId"), r.Id("itemId")),
        "addComment" => new AddComment(
            id, seen, r.Id("taskId"), r.Id("commentId"), r.Text("text", ListLimits.Text), r.Ids("mentions", ListLimits.Mentions),
            r.ClearableText("importedAuthor", ListLimits.Name).Value, r.ClearableTime("importedAt").Value),
        "editComment" => new EditComment(
            id, seen, r.Id("taskId"), r.Id("commentId"), r.Text("text", ListLimits.Text), r.Ids("mentions", ListLimits.Mentions)),
        "deleteComment" => new DeleteComment(id, seen, r.Id("taskId"), r.Id("commentId")),
        _ => null,
    };
}
