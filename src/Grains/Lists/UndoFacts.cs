using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

/// <summary>The past that an undo is decided on: the list before the undone change, and after it.</summary>
sealed record UndoFacts(ListChange Change, PastPicture Before, PastPicture After)
{
    /// <param name="past">The list right before the change. It is used up: nobody else may hold it.</param>
    public static UndoFacts Of(ListState past, ListChange change)
    {
        var before = PastPicture.Of(past, change);
        past.Apply(change);
        return new UndoFacts(change, before, PastPicture.Of(past, change));
    }
}
