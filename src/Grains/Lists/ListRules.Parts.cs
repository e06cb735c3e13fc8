using System.Diagnostics;
using TaskList.Contracts;
using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

/// <content>A task's checklist and comments.</content>
static partial class ListRules
{
    static Decision OnChecklist(TaskItem task, TaskCommand command)
    {
        var items = task.Content.Checklist;
        if (command is AddChecklistItem add) return Decide(task, items, add);
        var itemId = command switch
        {
            EditChecklistItem c => c.ItemId,
            CheckChecklistItem c => c.ItemId,
            MoveChecklistItem c => c.ItemId,
            DeleteChecklistItem c => c.ItemId,
            _ => throw new UnreachableException($"No rule decides {command.GetType().Name}."),
        };
        if (Array.Find(items, item => item.ItemId == itemId) is not { } item) return new Refusal(Codes.ChecklistItemNotFound);

        return command switch
        {
            EditChecklistItem c when c.Text == item.Text => Decision.NoChange,
            EditChecklistItem c => Write(new ChecklistItemEdited(c.TaskId, itemId, c.Text), Fields.Text, item.Text),
            CheckChecklistItem c when c.Checked == item.Checked => Decision.NoChange,
            CheckChecklistItem c => Write(new ChecklistItemChecked(c.TaskId, itemId, c.Checked), Fields.Checked, item.Checked),
            MoveChecklistItem c => Move(c),
            _ => new ChecklistItemDeleted(task.TaskId, itemId),
        };

        Decision Move(MoveChecklistItem c)
        {
            var (after, before) = (Resolve(items, c.Place, item), Before(items, item));
            return after == before ? Decision.NoChange
                : Write(new ChecklistItemMoved(c.TaskId, itemId, after), Fields.Place, new { afterItemId = before });
        }

        Decision Write(ListEvent happened, string field, object theirs) =>
            Decision.Write(happened, FieldConflict.Of(item.Stamps, field, theirs, command.BaseVersion));
    }

    static Decision Decide(TaskItem task, ChecklistItem[] items, AddChecklistItem c)
    {
        if (Array.Exists(items, item => item.ItemId == c.ItemId)) return Refusal.With(Codes.IdTaken, "field", "itemId");
        if (items.Length >= ListLimits.ChecklistItems) return Refusal.TooMany("checklistItems", ListLimits.ChecklistItems);
        return new ChecklistItemAdded(task.TaskId, c.ItemId, c.Text, c.Checked, Resolve(items, c.Place, mover: null));
    }

    /// <summary>The item before the place that is meant; an anchor that is gone means the end.</summary>
    static Guid? Resolve(ChecklistItem[] items, Anchor place, ChecklistItem? mover)
    {
        if (place is { Last: false, After: null }) return null;
        var at = place.After is { } id ? Array.FindIndex(items, item => item.ItemId == id) : -1;
        if (at < 0) at = items.Length - 1;
        if (at >= 0 && items[at] == mover) at--;
        return at < 0 ? null : items[at].ItemId;
    }

    public static Guid? Before(ChecklistItem[] items, ChecklistItem item)
    {
        var at = Array.IndexOf(items, item);
        return at > 0 ? items[at - 1].ItemId : null;
    }

    static Decision OnComments(ListState state, TaskItem task, Guid actorId, Role actorRole, TaskCommand command)
    {
        var comments = task.Content.Comments;
        if (command is AddComment add)
        {
            if (Array.Exists(comments, comment => comment.CommentId == add.CommentId)) return Refusal.With(Codes.IdTaken, "field", "commentId");
            if (comments.Length >= ListLimits.Comments) return Refusal.TooMany("comments", ListLimits.Comments);
            if (AreStrangers(add.Mentions)) return new Refusal(Codes.MemberNotFound);
            return new CommentAdded(add.TaskId, add.CommentId, add.Text, OrNull(add.Mentions), add.ImportedAuthor, add.ImportedAt);
        }

        if (command is DeleteComment delete)
        {
            if (Array.Find(comments, comment => comment.CommentId == delete.CommentId) is not { } gone) return new Refusal(Codes.CommentNotFound);
            return gone.AuthorId == actorId || actorRole >= Role.Editor ? new CommentDeleted(delete.TaskId, delete.CommentId) : NotAllowed(Role.Editor);
        }

        var edit = (EditComment)command;
        if (Array.Find(comments, comment => comment.CommentId == edit.CommentId) is not { } present) return new Refusal(Codes.CommentNotFound);
        if (present.AuthorId != actorId) return new Refusal(Codes.NotAllowed);
        if (present.Text == edit.Text && present.Mentions.SequenceEqual(edit.Mentions)) return Decision.NoChange;
        if (AreStrangers(edit.Mentions.Except(present.Mentions))) return new Refusal(Codes.MemberNotFound);
        return Decision.Write(
            new CommentEdited(edit.TaskId, edit.CommentId, edit.Text, OrNull(edit.Mentions)),
            FieldConflict.Of(present.Stamps, Fields.Text, present.Text, edit.BaseVersion));

        bool AreStrangers(IEnumerable<Guid> users) => users.Any(id => state.RoleOf(id) is null);
    }

    public static IReadOnlyList<Guid>? OrNull(IReadOnlyList<Guid> ids) => ids.Count > 0 ? ids : null;
}
