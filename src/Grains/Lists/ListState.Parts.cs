using System.Diagnostics;
using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

/// <content>Checklists and comments, which are replaced as a whole.</content>
sealed partial class ListState
{
    static ChecklistItem[] Checklist(ChecklistItem[] items, ListEvent happened, FieldStamp stamp)
    {
        switch (happened)
        {
            case ChecklistItemAdded added:
                return Placed(items, new ChecklistItem(added.ItemId, added.Text, added.Checked, FieldStamps.None), added.AfterItemId);
            case ChecklistItemEdited edited:
                return [.. items.Select(i => i.ItemId == edited.ItemId ? i with { Text = edited.Text, Stamps = i.Stamps.With(Fields.Text, stamp) } : i)];
            case ChecklistItemChecked ticked:
                return [.. items.Select(i => i.ItemId == ticked.ItemId ? i with { Checked = ticked.Checked, Stamps = i.Stamps.With(Fields.Checked, stamp) } : i)];
            case ChecklistItemMoved moved:
                var mover = Array.Find(items, item => item.ItemId == moved.ItemId)!;
                return Placed([.. items.Where(item => item != mover)], mover with { Stamps = mover.Stamps.With(Fields.Place, stamp) }, moved.AfterItemId);
            case ChecklistItemDeleted deleted:
                return [.. items.Where(item => item.ItemId != deleted.ItemId)];
            default:
                throw new UnreachableException($"No rule applies {happened.GetType().Name}.");
        }
    }

    static ChecklistItem[] Placed(ChecklistItem[] items, ChecklistItem item, Guid? after)
    {
        var at = after is { } id ? Array.FindIndex(items, other => other.ItemId == id) + 1 : 0;
        return [.. items[..at], item, .. items[at..]];
    }

    static Comment[] Comments(Comment[] comments, ListEvent happened, ListChange change, FieldStamp stamp)
    {
        switch (happened)
        {
            case CommentAdded added:
                return [.. comments, ToComment(added, change)];
            case CommentEdited edited:
                return [.. comments.Select(comment => comment.CommentId != edited.CommentId ? comment : comment with
                {
                    Text = edited.Text,
                    EditedAt = change.At,
                    Mentions = [.. edited.Mentions ?? []],
                    Stamps = comment.Stamps.With(Fields.Text, stamp),
                })];
            case CommentRestored restored:
                var at = restored.AfterCommentId is { } id ? Array.FindIndex(comments, comment => comment.CommentId == id) + 1 : 0;
                return [.. comments[..at], Comment.From(restored.Comment), .. comments[at..]];
            default:
                var gone = ((CommentDeleted)happened).CommentId;
                return [.. comments.Where(comment => comment.CommentId != gone)];
        }
    }

    static Comment ToComment(CommentAdded added, ListChange change) => new(added.CommentId, change.ActorId, change.At, added.Text)
    {
        Mentions = [.. added.Mentions ?? []],
        ImportedAuthor = added.ImportedAuthor,
        ImportedAt = added.ImportedAt,
    };
}
