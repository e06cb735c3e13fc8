using System.Text.Json.Serialization;

namespace TaskList.Contracts.Lists;

/// <summary>What somebody who has a list open looks at or edits. Never stored.</summary>
/// <param name="Field">A field's name on the wire, such as <c>title</c> or <c>comment</c>.</param>
/// <param name="At">When they said so; the newest word of a user counts. Stays between the processes.</param>
[GenerateSerializer, Immutable, Alias("Viewer")]
public sealed record Viewer(
    Guid UserId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? TaskId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Field,
    [property: JsonIgnore] DateTime At)
{
    /// <summary>More names than these help nobody.</summary>
    public const int MostShown = 50;

    /// <summary>One entry a user; where there are too many, those who are at a task, then those who came first.</summary>
    public static Viewer[] Shown(IEnumerable<Viewer> words) =>
    [
        .. words.GroupBy(word => word.UserId)
            .Select(mine => mine.MaxBy(word => word.At)!)
            .OrderBy(word => word.TaskId is null)
            .ThenBy(word => word.At)
            .ThenBy(word => word.UserId)
            .Take(MostShown),
    ];
}
