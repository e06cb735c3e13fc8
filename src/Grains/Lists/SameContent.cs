namespace TaskList.Grains.Lists;

/// <summary>Whether two contents of a task say the same, whoever wrote it when.</summary>
static class SameContent
{
    public static bool Are(TaskContent a, TaskContent b) =>
        Plain(a).Equals(Plain(b))
        && a.CompletedAt.HasValue == b.CompletedAt.HasValue
        && a.Assignees.ToHashSet().SetEquals(b.Assignees)
        && a.Labels.ToHashSet().SetEquals(b.Labels)
        && a.Checklist.Select(Plain).SequenceEqual(b.Checklist.Select(Plain))
        && a.Comments.Select(Plain).SequenceEqual(b.Comments.Select(Plain));

    static object Plain(TaskContent content) =>
        (content.Title, content.Description, content.Priority, content.StartAt, content.DueAt, content.TimeZone, content.Recurrence, content.ParentTaskId, content.Deleted);

    static object Plain(ChecklistItem item) => (item.ItemId, item.Text, item.Checked);

    static object Plain(Comment comment) => (comment.CommentId, comment.Text);
}
