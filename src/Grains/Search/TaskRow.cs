using System.Text.Json;
using System.Text.Json.Serialization;
using TaskList.Contracts;
using TaskList.Grains.Lists;

namespace TaskList.Grains.Search;

/// <summary>One live task as the search tables keep it; names of members are names of columns.</summary>
sealed record TaskRow(
    Guid TaskId,
    Guid SectionId,
    int Number,
    string Title,
    string? Description,
    string? Checklist,
    string? Comments,
    Guid[] LabelIds,
    Guid[] AssigneeIds,
    Guid[] WatcherIds,
    int? Priority,
    DateTime? StartAt,
    DateTime? DueAt,
    string? TimeZone,
    DateTime CreatedAt,
    DateTime? CompletedAt)
{
    /// <summary>Changed with the meaning of any column: every list is then made anew at its next change.</summary>
    public const short Format = 1;

    public const string Columns =
        "task_id, section_id, number, title, description, checklist, comments, label_ids, assignee_ids, watcher_ids, priority, start_at, due_at, time_zone, created_at, completed_at";

    public const string TypedColumns =
        "task_id uuid, section_id uuid, number integer, title text, description text, checklist text, comments text, label_ids uuid[], assignee_ids uuid[], watcher_ids uuid[], "
        + "priority integer, start_at timestamptz, due_at timestamptz, time_zone text, created_at timestamptz, completed_at timestamptz";

    /// <summary>Postgres refuses a vector of words above 1 MiB, so what may be long is cut; of comments the newest count.</summary>
    const int ChecklistLength = 16_384;

    const int CommentsLength = 32_768;

    public static TaskRow Of(TaskItem task)
    {
        var content = task.Content;
        return new TaskRow(
            task.TaskId,
            task.Section.SectionId,
            task.Number,
            Text(content.Title)!,
            Text(content.Description),
            Text(Joined(content.Checklist.Select(item => item.Text), ChecklistLength)),
            Text(Joined(content.Comments.Reverse().Select(comment => comment.Text), CommentsLength)),
            content.Labels,
            content.Assignees,
            content.Watchers,
            content.Priority,
            content.StartAt,
            content.DueAt,
            content.TimeZone,
            task.CreatedAt,
            content.CompletedAt);
    }

    static string? Joined(IEnumerable<string> texts, int max)
    {
        List<string> taken = [];
        var left = max;
        foreach (var text in texts)
        {
            if (left <= 0) break;
            taken.Add(text.Length <= left ? text : text[..left]);
            left -= text.Length + 1;
        }

        return taken.Count > 0 ? string.Join('\n', taken) : null;
    }

    /// <summary>Postgres holds no zero character in a text.</summary>
    static string? Text(string? text) => text?.Replace('\0', ' ');
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(TaskRow[]))]
sealed partial class TaskRowJson : JsonSerializerContext
{
    public static readonly TaskRowJson Context = new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = MinimalEncoder.Instance });
}
