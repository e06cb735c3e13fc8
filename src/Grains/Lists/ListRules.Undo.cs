using TaskList.Contracts;
using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

static partial class ListRules
{
    /// <summary>The inverse of a change, as far as nobody has written over it since; what stays is told as conflicts.</summary>
    static Decision Decide(ListState state, Guid actorId, Role actorRole, Undo undo, Occasion occasion)
    {
        if (occasion.Undo is not { } facts || facts.Change.Version != undo.Version) return new Refusal(Codes.VersionNotFound);
        if (facts.Change.Events.Any(IsForGood)) return new Refusal(Codes.NotUndoable);
        return state.Try(actorId, occasion.At, trial => new Undoing(state, actorId, actorRole, facts, trial).Run());
    }

    /// <summary>Who belongs to a list, whether it exists, and what another list has been told.</summary>
    static bool IsForGood(ListEvent happened) => happened
        is ListCreated or MemberAdded or MemberRoleSet or MemberRemoved or ListDeleted or ListRestored
        or TaskTransferStarted or TaskReceived or TaskTransferred or TaskTransferCancelled;
}
