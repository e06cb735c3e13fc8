using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

/// <summary>The past that an undo is decided on: what the undone change found, and what it left.</summary>
sealed record UndoFacts(ListChange Change)
{
    /// <param name="past">The list right before the change. It is used up: nobody else may hold it.</param>
    public static UndoFacts Of(ListState past, ListChange change)
    {
        past.Apply(change);
        return new UndoFacts(change);
    }
}
