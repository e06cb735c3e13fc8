using System.Text.Json;
using TaskList.Contracts;
using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

/// <summary>What each event of a change wrote over, in the event's own field names: the other half of what history shows.</summary>
static class EventBefore
{
    static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = MinimalEncoder.Instance };

    /// <param name="past">The list right before the change; it stands right after it when this returns.</param>
    /// <returns>One for each event; null for what only adds.</returns>
    public static IReadOnlyList<RawJson?> OfAll(ListState past, ListChange change)
    {
        List<RawJson?> pictures = [];
        past.Apply(change, happened => pictures.Add(Of(past, happened)));
        return pictures;
    }

    public static RawJson? Of(ListState past, ListEvent happened) =>
        Picture(past, happened) is { } picture ? new RawJson(JsonSerializer.SerializeToUtf8Bytes(picture, Options)) : null;

    static object? Picture(ListState past, ListEvent happened) => happened switch
    {
        ListRenamed => new { past.Content.Name },
        ListKeySet => new { past.Content.Key },
        ListArchived or ListUnarchived => new { past.Content.ArchivedAt },
        MemberRoleSet e => new { Role = past.Members[e.UserId] },
        MemberRemoved e => new { Role = past.Members[e.UserId] },
        LabelDefined e => past.Labels.TryGetValue(e.LabelId, out var label) ? new { label.Name, label.Color } : null,
        LabelDeleted e => new { past.Labels[e.LabelId].Name, past.Labels[e.LabelId].Color, TaskIds = Wearing(past, e.LabelId) },
        SectionRenamed e => new { past.AnySection(e.SectionId)!.Name },
        SectionLimitSet e => new { past.AnySection(e.SectionId)!.Content.Limit },
        SectionMoved e => new { AfterSectionId = past.SectionBefore(past.AnySection(e.SectionId)!)?.SectionId },
        SectionDeleted e => Section(past, past.AnySection(e.SectionId)!),
        _ when happened.FindTaskId() is { } id && past.AnyTask(id) is { } task => Task(task, happened),
        _ => null,
    };

    static object Section(ListState past, Section section) => new
    {
        section.Name,
        section.Content.Limit,
        AfterSectionId = past.SectionBefore(section)?.SectionId,
        Tasks = section.Tasks.Select(task => task.ToPicture()),
    };

    static IEnumerable<Guid> Wearing(ListState past, Guid labelId) =>
        past.AllTasks.Where(task => task.IsLive && task.Content.Labels.Contains(labelId)).Select(task => task.TaskId);

    static object? Task(TaskItem task, ListEvent happened) => happened switch
    {
        TaskEdited e => Fields(task.Content, e),
        TaskMoved => new { task.Section.SectionId, AfterTaskId = Lists.Section.Before(task)?.TaskId },
        TaskCompleted or TaskReopened => new { task.Content.CompletedAt },
        TaskDeleted or TaskTransferred => new { task.Section.SectionId, AfterTaskId = Lists.Section.Before(task)?.TaskId, Task = task.ToPicture() },
        TaskParentSet => new { task.Content.ParentTaskId },
        Unassigned e => new { e.UserId },
        TaskUnwatched e => new { e.UserId },
        LabelRemoved e => new { e.LabelId },
        ChecklistItemEdited e => new { Item(task, e.ItemId).Text },
        ChecklistItemChecked e => new { Item(task, e.ItemId).Checked },
        ChecklistItemMoved e => new { AfterItemId = ListRules.Before(task.Content.Checklist, Item(task, e.ItemId)) },
        ChecklistItemDeleted e => Deleted(task, Item(task, e.ItemId)),
        CommentEdited e => new { Comment(task, e.CommentId).Text, Comment(task, e.CommentId).Mentions },
        CommentDeleted e => new { Comment = Comment(task, e.CommentId).ToPicture() },
        _ => null,
    };

    static Dictionary<string, object?> Fields(TaskContent before, TaskEdited edited)
    {
        Dictionary<string, object?> fields = [];
        if (edited.Title.HasValue) fields[Lists.Fields.Title] = before.Title;
        if (edited.Description.HasValue) fields[Lists.Fields.Description] = before.Description;
        if (edited.Priority.HasValue) fields[Lists.Fields.Priority] = before.Priority;
        if (edited.StartAt.HasValue) fields[Lists.Fields.StartAt] = before.StartAt;
        if (edited.DueAt.HasValue) fields[Lists.Fields.DueAt] = before.DueAt;
        if (edited.TimeZone.HasValue) fields[Lists.Fields.TimeZone] = before.TimeZone;
        if (edited.Recurrence.HasValue) fields[Lists.Fields.Recurrence] = before.Recurrence;
        return fields;
    }

    static object Deleted(TaskItem task, ChecklistItem item) =>
        new { item.Text, item.Checked, AfterItemId = ListRules.Before(task.Content.Checklist, item) };

    static ChecklistItem Item(TaskItem task, Guid id) => Array.Find(task.Content.Checklist, item => item.ItemId == id)!;

    static Comment Comment(TaskItem task, Guid id) => Array.Find(task.Content.Comments, comment => comment.CommentId == id)!;
}
