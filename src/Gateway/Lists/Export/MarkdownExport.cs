using System.Globalization;
using System.Text;
using TaskList.Contracts.Lists;

namespace TaskList.Gateway.Lists.Export;

/// <summary>The list as text to read, print or paste: sections as headings, tasks as boxes. Descriptions are Markdown already; what is plain text is escaped.</summary>
static class MarkdownExport
{
    const string Special = "\\`*_[]<>#|!~&";

    public static IEnumerable<string> Write(ListSnapshot list, IReadOnlyDictionary<Guid, string?> people)
    {
        var tasks = list.Tasks.ToDictionary(task => task.TaskId);
        var labels = list.Labels.ToDictionary(label => label.LabelId, label => label.Name);
        yield return $"# {Plain(list.Name)}\n";
        foreach (var section in list.Sections)
        {
            yield return $"\n## {Plain(section.Name)}\n\n";
            foreach (var task in section.TaskIds.Select(id => tasks[id])) yield return Task(list.Key, task, labels, people);
        }
    }

    static string Task(string? key, TaskPicture task, Dictionary<Guid, string> labels, IReadOnlyDictionary<Guid, string?> people)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"- {Box(task.CompletedAt is not null)} **{(key is null ? "#" : $"{key}-")}{task.Number}** {Plain(task.Title)}");
        if (task.Priority is { } priority) text.Append(CultureInfo.InvariantCulture, $" · P{priority}");
        if (task.DueAt is { } due) text.Append(CultureInfo.InvariantCulture, $" · 📅 {due:yyyy-MM-dd HH:mm}Z");
        foreach (var userId in task.AssigneeIds) text.Append(CultureInfo.InvariantCulture, $" · @{Name(userId)}");
        foreach (var label in task.LabelIds.Select(id => labels.GetValueOrDefault(id, ""))) text.Append(CultureInfo.InvariantCulture, $" · 🏷 {Plain(label)}");
        text.Append('\n');

        if (task.Description is { Length: > 0 } description) text.Append('\n').Append(Indented(description)).Append("\n\n");
        foreach (var item in task.Checklist) text.Append(CultureInfo.InvariantCulture, $"  - {Box(item.Checked)} {Plain(item.Text)}\n");
        foreach (var comment in task.Comments)
        {
            var author = comment.ImportedAuthor is { } named ? Plain(named) : Name(comment.AuthorId ?? default);
            text.Append(CultureInfo.InvariantCulture, $"  - 💬 {author}, {comment.ImportedAt ?? comment.At:yyyy-MM-dd HH:mm}Z:\n\n{Indented(comment.Text, "    ")}\n\n");
        }

        return text.ToString();

        string Name(Guid userId) => Plain(people.GetValueOrDefault(userId) ?? "?");
    }

    static string Box(bool isChecked) => isChecked ? "[x]" : "[ ]";

    /// <summary>As part of the item above it, whatever it holds.</summary>
    static string Indented(string markdown, string by = "  ") =>
        string.Join('\n', markdown.ReplaceLineEndings("\n").Split('\n').Select(line => line.Length > 0 ? by + line : line));

    static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var c in text.ReplaceLineEndings(" "))
        {
            if (Special.Contains(c, StringComparison.Ordinal)) plain.Append('\\');
            plain.Append(c);
        }

        return plain.ToString();
    }
}
