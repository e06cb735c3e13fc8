using System.Text.Json.Serialization;
using TaskList.Contracts;
using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

/// <summary>What the rules made of a command: events to be written (none for a command that changes nothing), or a refusal.</summary>
readonly record struct Decision(Refusal? Refusal, IReadOnlyList<ListEvent> Events, IReadOnlyList<FieldConflict>? Conflicts = null)
{
    public static readonly Decision NoChange = new(null, []);

    public static Decision Write(ListEvent happened, FieldConflict? conflict) => new(null, [happened], conflict is null ? null : [conflict]);

    public static implicit operator Decision(Refusal refusal) => new(refusal, []);

    public static implicit operator Decision(ListEvent happened) => new(null, [happened]);
}

/// <summary>A field that somebody else wrote after the version that the command's author saw.</summary>
/// <param name="Theirs">The value that was overwritten.</param>
sealed record FieldConflict(string Field, object? Theirs, Guid? ByActorId, long AtVersion)
{
    /// <summary>Which command of a bulk.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Index { get; init; }

    /// <summary>What was not taken back, where the command itself does not name it: in the conflicts of an undo.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Guid? TaskId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Guid? SectionId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Guid? LabelId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Guid? ItemId { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Guid? CommentId { get; init; }

    /// <summary>Null when nobody wrote the field after that version, or when it is not known what the author saw.</summary>
    public static FieldConflict? Of(FieldStamps stamps, string field, object? theirs, long? seenVersion) =>
        seenVersion is { } seen && stamps.Of(field) is { } stamp && stamp.Version > seen ? new FieldConflict(field, theirs, stamp.ActorId, stamp.Version) : null;
}
