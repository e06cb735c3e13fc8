using TaskList.Contracts;
using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

/// <content>What a task consists of: people, labels, checklist, comments.</content>
sealed partial class Undoing
{
    /// <summary>A set has no clashes: who was added goes, who was taken off comes back, as far as they are still known here.</summary>
    void UndoSets(TaskItem task, TaskContent b, TaskContent a)
    {
        var id = task.TaskId;
        foreach (var user in a.Assignees.Except(b.Assignees).Intersect(task.Content.Assignees)) trial.Do(new Unassigned(id, user));
        foreach (var user in b.Assignees.Except(a.Assignees).Except(task.Content.Assignees))
        {
            if (now.RoleOf(user) is not null) trial.Do(new Assigned(id, user));
        }

        foreach (var label in a.Labels.Except(b.Labels).Intersect(task.Content.Labels)) trial.Do(new LabelRemoved(id, label));
        foreach (var label in b.Labels.Except(a.Labels).Except(task.Content.Labels))
        {
            if (now.Labels.ContainsKey(label)) trial.Do(new LabelAdded(id, label));
        }

        foreach (var user in a.Watchers.Except(b.Watchers).Intersect(task.Content.Watchers))
        {
            if (IsOwn(user)) trial.Do(new TaskUnwatched(id, user));
        }

        foreach (var user in b.Watchers.Except(a.Watchers).Except(task.Content.Watchers))
        {
            if (IsOwn(user)) trial.Do(new TaskWatched(id, user));
        }
    }

    /// <summary>What somebody else watches, and what somebody else has said, is theirs alone.</summary>
    bool IsOwn(Guid? userId)
    {
        if (userId == actorId) return true;
        _refusal ??= new Refusal(Codes.NotAllowed);
        return false;
    }

    void UndoChecklist(TaskItem task, ChecklistItem[] before, ChecklistItem[] after)
    {
        var (id, order) = (task.TaskId, before.Select(item => item.ItemId).ToArray());
        foreach (var gone in before.Where(item => Find(after, item.ItemId) is null && Find(task.Content.Checklist, item.ItemId) is null))
        {
            if (task.Content.Checklist.Length >= ListLimits.ChecklistItems) _refusal ??= Refusal.TooMany("checklistItems", ListLimits.ChecklistItems);
            else trial.Do(new ChecklistItemAdded(id, gone.ItemId, gone.Text, gone.Checked, Nearest(order, gone.ItemId, i => Find(task.Content.Checklist, i) is not null)));
        }

        foreach (var b in before)
        {
            if (Find(after, b.ItemId) is not { } a) continue;
            var about = About(id) with { ItemId = b.ItemId };
            if (Find(task.Content.Checklist, b.ItemId) is not { } n)
            {
                if (b.Text != a.Text || b.Checked != a.Checked) Stays(Fields.Deleted, true, FieldStamps.None, about);
                continue;
            }

            if (GoesBack(b.Text, a.Text, n.Text, Fields.Text, n.Stamps, about)) trial.Do(new ChecklistItemEdited(id, b.ItemId, b.Text));
            if (GoesBack(b.Checked, a.Checked, n.Checked, Fields.Checked, n.Stamps, about)) trial.Do(new ChecklistItemChecked(id, b.ItemId, b.Checked));
        }

        UndoItemMoves(task, order);
        foreach (var a in after.Where(item => Find(before, item.ItemId) is null))
        {
            if (Find(task.Content.Checklist, a.ItemId) is not { } n) continue;
            var about = About(id) with { ItemId = a.ItemId };
            if (n.Text != a.Text) Stays(Fields.Text, n.Text, n.Stamps, about);
            else if (n.Checked != a.Checked) Stays(Fields.Checked, n.Checked, n.Stamps, about);
            else trial.Do(new ChecklistItemDeleted(id, a.ItemId));
        }
    }

    void UndoItemMoves(TaskItem task, Guid[] order)
    {
        var moves = facts.Change.Events.OfType<ChecklistItemMoved>().Where(move => move.TaskId == task.TaskId).ToLookup(move => move.ItemId);
        foreach (var itemId in order.Where(moves.Contains))
        {
            var items = task.Content.Checklist;
            if (Find(items, itemId) is not { } item) continue;
            var (put, present) = (moves[itemId].Last().AfterItemId, ListRules.Before(items, item));
            if (put != present && !IsUnwritten(item.Stamps, Fields.Place))
            {
                Stays(Fields.Place, new { afterItemId = present }, item.Stamps, About(task.TaskId) with { ItemId = itemId });
                continue;
            }

            var after = Nearest(order, itemId, i => Find(items, i) is not null);
            if (after != present) trial.Do(new ChecklistItemMoved(task.TaskId, itemId, after));
        }
    }

    static ChecklistItem? Find(ChecklistItem[] items, Guid id) => Array.Find(items, item => item.ItemId == id);

    void UndoComments(TaskItem task, Comment[] before, Comment[] after)
    {
        var (id, order) = (task.TaskId, before.Select(comment => comment.CommentId).ToArray());
        foreach (var gone in before.Where(comment => Find(after, comment.CommentId) is null && Find(task.Content.Comments, comment.CommentId) is null))
            trial.Do(new CommentRestored(id, Nearest(order, gone.CommentId, i => Find(task.Content.Comments, i) is not null), gone.ToPicture()));

        foreach (var a in after)
        {
            var b = Find(before, a.CommentId);
            if (b is not null && b.Text == a.Text) continue;
            var about = About(id) with { CommentId = a.CommentId };
            if (Find(task.Content.Comments, a.CommentId) is not { } n)
            {
                if (b is not null) Stays(Fields.Deleted, true, FieldStamps.None, about);
            }
            else if (n.Text != a.Text && n.Text != b?.Text)
            {
                Stays(Fields.Text, n.Text, n.Stamps, about);
            }
            else if (b is null)
            {
                trial.Do(new CommentDeleted(id, a.CommentId));
            }
            else if (n.Text != b.Text && IsOwn(n.AuthorId))
            {
                trial.Do(new CommentEdited(id, a.CommentId, b.Text, ListRules.OrNull(b.Mentions)));
            }
        }
    }

    static Comment? Find(Comment[] comments, Guid id) => Array.Find(comments, comment => comment.CommentId == id);
}
