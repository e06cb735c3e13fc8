using System.Text.Json.Serialization;

namespace TaskList.Contracts.Search;

/// <param name="Text">Words, "phrases", -without, or; the last word may be a beginning. At most <see cref="SearchLimits.Text"/>.</param>
/// <param name="Limit">1 to <see cref="SearchLimits.Page"/>.</param>
/// <param name="After">The <c>next</c> of the answer before, or null.</param>
[GenerateSerializer, Immutable, Alias("FindTasks")]
public sealed record FindTasks(string Text, int Limit, string? After)
{
    /// <summary>Keeps what people look for out of logs.</summary>
    public override string ToString() => nameof(FindTasks);
}

/// <param name="Next">For the next page; absent on the last one.</param>
[GenerateSerializer, Immutable, Alias("FoundTasks")]
public sealed record FoundTasks(FoundTask[] Results, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Next);

/// <param name="Snippet">Words around what was found outside the title, as plain text.</param>
[GenerateSerializer, Immutable, Alias("FoundTask")]
public sealed record FoundTask(
    Guid ListId,
    string ListName,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Key,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTime? ListArchivedAt,
    Guid TaskId,
    int Number,
    string Title,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Snippet,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTime? DueAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTime? CompletedAt);

/// <param name="AssignedOnly">Else also unassigned ones and those of others, if they have a due date.</param>
/// <param name="Due">Only what is due at or before this time.</param>
[GenerateSerializer, Immutable, Alias("MyTasksRequest")]
public sealed record MyTasksRequest(bool AssignedOnly, DateTime? Due, bool IncludeCompleted, int Limit, string? After);

[GenerateSerializer, Immutable, Alias("MyTasks")]
public sealed record MyTasks(MyTask[] Tasks, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Next);

[GenerateSerializer, Immutable, Alias("MyTask")]
public sealed record MyTask(
    Guid ListId,
    string ListName,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Key,
    Guid TaskId,
    Guid SectionId,
    int Number,
    string Title,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Priority,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTime? StartAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTime? DueAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? TimeZone,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTime? CompletedAt,
    Guid[] AssigneeIds,
    Guid[] LabelIds);

public static class SearchLimits
{
    /// <summary>Length of what is looked for.</summary>
    public const int Text = 256;

    public const int Page = 100;
}
