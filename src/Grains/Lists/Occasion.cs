namespace TaskList.Grains.Lists;

/// <summary>What a decision may know besides state and command.</summary>
/// <param name="At">The time that the change will carry.</param>
/// <param name="Undo">For an undo: what the undone change did. Null when there is no such version.</param>
readonly record struct Occasion(DateTime At, UndoFacts? Undo = null);
