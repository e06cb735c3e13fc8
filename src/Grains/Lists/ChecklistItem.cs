using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

/// <summary>One line of a task's checklist. Immutable.</summary>
sealed record ChecklistItem(Guid ItemId, string Text, bool Checked, FieldStamps Stamps)
{
    public ChecklistItemPicture ToPicture() => new(ItemId, Text, Checked);

    public static ChecklistItem From(ChecklistItemPicture picture) => new(picture.ItemId, picture.Text, picture.Checked, FieldStamps.None);
}
