using TaskList.Contracts;

namespace TaskList.Grains.Lists;

sealed partial class LiveList
{
    /// <summary>
    /// Reads what an undo needs of the past, before anything is decided: what is in the log does not change any more. No facts for a version that is not there, and none
    /// for a stranger, whom the rules turn away.
    /// </summary>
    async Task<(UndoFacts? Facts, string? Undecided)> LookBack(ListCall call)
    {
        if (call.UndoneVersion is not { } version) return (null, null);
        if (!await Ready()) return (null, Codes.Unavailable);
        await Settled();
        if (!await Ready()) return (null, Codes.Unavailable);
        if (version < 1 || version > Durable || State.RoleOf(call.ActorId) is null) return (null, null);
        try
        {
            return (await past.ForUndo(listId, version), null);
        }
        catch (TimeoutException)
        {
            return (null, Codes.Overloaded);
        }
    }
}
