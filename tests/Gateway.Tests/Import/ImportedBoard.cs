using System.Text.Json;
using TaskList.Gateway.Lists.Import;

namespace TaskList.Gateway.Tests.Import;

/// <summary>What a plan's commands build, read back for assertions.</summary>
sealed class ImportedBoard
{
    public List<string> Sections { get; } = [];

    public List<(string Name, string Color)> Labels { get; } = [];

    public Dictionary<string, List<string>> TitlesBySection { get; } = [];

    public List<JsonElement> Commands { get; } = [];

    public static ImportedBoard Of(ImportPlan plan)
    {
        var board = new ImportedBoard();
        var sections = new Dictionary<string, string>();
        foreach (var raw in plan.Commands)
        {
            var command = JsonDocument.Parse(raw.Utf8).RootElement;
            board.Commands.Add(command);
            switch (Text(command, "type"))
            {
                case "addSection":
                    sections[Text(command, "sectionId")] = Text(command, "name");
                    board.Sections.Add(Text(command, "name"));
                    board.TitlesBySection[Text(command, "name")] = [];
                    break;
                case "defineLabel":
                    board.Labels.Add((Text(command, "name"), Text(command, "color")));
                    break;
                case "addTask":
                    board.TitlesBySection[sections[Text(command, "sectionId")]].Add(Text(command, "title"));
                    break;
            }
        }

        return board;
    }

    public JsonElement Task(string title) => Commands.Single(c => Text(c, "type") == "addTask" && Text(c, "title") == title);

    /// <summary>The commands of a type that belong to a task.</summary>
    public JsonElement[] Of(string type, string title)
    {
        var taskId = Text(Task(title), "taskId");
        return [.. Commands.Where(c => Text(c, "type") == type && Text(c, "taskId") == taskId)];
    }

    public static string Text(JsonElement command, string field) => command.GetProperty(field).GetString()!;
}
