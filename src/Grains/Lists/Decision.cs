using TaskList.Contracts;
using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

/// <summary>What the rules made of a command: events to be written (none for a command that changes nothing), or a refusal.</summary>
readonly record struct Decision(Refusal? Refusal, IReadOnlyList<ListEvent> Events, IReadOnlyList<FieldConflict>? Conflicts = null)
{
    public static readonly Decision NoChange = new(null, []);

    public static implicit operator Decision(Refusal refusal) => new(refusal, []);

    public static implicit operator Decision(ListEvent happened) => new(null, [happened]);
}

/// <summary>A field that somebody else wrote after the version that the command's author saw.</summary>
/// <param name="Theirs">The value that was overwritten.</param>
sealed record FieldConflict(string Field, object? Theirs, Guid? ByActorId, long AtVersion);
