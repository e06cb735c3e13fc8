using System.Globalization;
using TaskList.Contracts.Lists;

namespace TaskList.Gateway.Lists.Export;

/// <summary>One line per task, in the board's order, by RFC 4180. Columns are named as on the wire.</summary>
static class CsvExport
{
    static readonly string[] Columns =
        ["number", "title", "section", "description", "priority", "startAt", "dueAt", "timeZone", "completedAt", "assignees", "labels", "checklist", "comments", "createdAt", "createdBy", "taskId"];

    public static IEnumerable<string> Write(ListSnapshot list, IReadOnlyDictionary<Guid, string?> people)
    {
        yield return Line(Columns);
        var tasks = list.Tasks.ToDictionary(task => task.TaskId);
        var labels = list.Labels.ToDictionary(label => label.LabelId, label => label.Name);
        foreach (var section in list.Sections)
        {
            foreach (var task in section.TaskIds.Select(id => tasks[id])) yield return Line(Cells(list, section, task));
        }

        string[] Cells(ListSnapshot of, SectionPicture section, TaskPicture task) =>
        [
            of.Key is null ? $"{task.Number}" : $"{of.Key}-{task.Number}",
            task.Title,
            section.Name,
            task.Description ?? "",
            task.Priority?.ToString(CultureInfo.InvariantCulture) ?? "",
            Time(task.StartAt),
            Time(task.DueAt),
            task.TimeZone ?? "",
            Time(task.CompletedAt),
            string.Join("; ", task.AssigneeIds.Select(Name)),
            string.Join("; ", task.LabelIds.Select(id => labels.GetValueOrDefault(id, ""))),
            string.Join('\n', task.Checklist.Select(item => $"{(item.Checked ? "[x]" : "[ ]")} {item.Text}")),
            string.Join('\n', task.Comments.Select(comment => $"{comment.ImportedAuthor ?? Name(comment.AuthorId ?? default)}, {Time(comment.ImportedAt ?? comment.At)}: {comment.Text}")),
            Time(task.CreatedAt),
            task.CreatedBy is { } by ? Name(by) : "",
            task.TaskId.ToString(),
        ];

        string Name(Guid userId) => people.GetValueOrDefault(userId) ?? "";
    }

    static string Line(string[] cells) => $"{string.Join(',', cells.Select(Cell))}\r\n";

    /// <summary>A spreadsheet computes what begins like a formula, also after spaces and in wide letters; behind an apostrophe it is text.</summary>
    static string Cell(string text)
    {
        var start = text.AsSpan().TrimStart();
        var isFormula = start is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..] || text is ['\t' or '\r' or '\n', ..];
        return $"\"{(isFormula ? "'" : "")}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    static string Time(DateTime? time) => time?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? "";
}
