using System.Text.Json;
using TaskList.Gateway.Lists.Import;
using Xunit;

namespace TaskList.Gateway.Tests.Import;

/// <summary>What an export of our own becomes.</summary>
public sealed class OwnPlannerFacts
{
    static readonly Guid Caller = new("0198f000-0000-7000-8000-0000000000aa");

    [Fact]
    public async Task EverythingThatATaskHasIsPlannedAndARecurringOneIsCompletedBeforeItRecurs()
    {
        var board = ImportedBoard.Of(await Plan());
        Assert.Equal(["Later"], board.Sections);
        Assert.Equal(["Above", "Under"], board.TitlesBySection["Later"]);
        Assert.Equal([("", "red")], board.Labels);
        Assert.Equal(
            ["addTask", "addLabel", "assign", "addChecklistItem", "addComment", "completeTask", "editTask", "setParent"],
            board.Commands.Where(command => Belongs(command, board.Task("Under"))).Select(command => ImportedBoard.Text(command, "type")));
        Assert.Equal("week", board.Of("editTask", "Under")[0].GetProperty("recurrence").GetProperty("every").GetString());
        Assert.Equal(ImportedBoard.Text(board.Task("Above"), "taskId"), ImportedBoard.Text(board.Of("setParent", "Under")[0], "parentTaskId"));
        Assert.Equal(3, board.Commands.Single(command => ImportedBoard.Text(command, "type") == "setSectionLimit").GetProperty("limit").GetInt32());
    }

    [Fact]
    public async Task WhoIsNoMemberStaysANameAndIsCounted()
    {
        var plan = await Plan();
        var comment = ImportedBoard.Of(plan).Of("addComment", "Under")[0];
        Assert.Equal(("Иван", "2026-11-01T10:00:00Z"), (ImportedBoard.Text(comment, "importedAuthor"), ImportedBoard.Text(comment, "importedAt")));
        Assert.Equal([new DroppedCount("assignments", 1, "notSupported")], plan.Report.Dropped);
        Assert.Equal(new ImportedCounts(Sections: 1, Tasks: 2, Labels: 1, ChecklistItems: 1, Comments: 1), plan.Report.Imported);
    }

    static bool Belongs(JsonElement command, JsonElement task) =>
        command.TryGetProperty("taskId", out var id) && id.GetString() == ImportedBoard.Text(task, "taskId");

    static async Task<ImportPlan> Plan()
    {
        var read = await TrelloFiles.Read($$"""
            {"format":"tasklist.list","formatVersion":1,"people":[{"userId":"0198f000-0000-7000-8000-0000000000bb","displayName":"Иван"}],
             "snapshot":{"listId":"0198f000-0000-7000-8000-000000000002","historyId":"0198f000-0000-7000-8000-000000000003","version":9,"name":"Mine","key":"MI",
              "sections":[{"sectionId":"0198f000-0000-7000-8000-000000000004","name":"Later","limit":3,
                           "taskIds":["0198f000-0000-7000-8000-000000000005","0198f000-0000-7000-8000-000000000006"]}],
              "tasks":[{"taskId":"0198f000-0000-7000-8000-000000000006","number":1,"title":"Under","createdAt":"2026-11-01T09:00:00Z","completedAt":"2026-11-02T09:00:00Z",
                        "recurrence":{"every":"week","interval":1,"from":"due"},"dueAt":"2026-11-03T09:00:00Z","priority":2,
                        "assigneeIds":["{{Caller}}","0198f000-0000-7000-8000-0000000000bb"],"labelIds":["0198f000-0000-7000-8000-000000000007"],
                        "parentTaskId":"0198f000-0000-7000-8000-000000000005",
                        "checklist":[{"itemId":"0198f000-0000-7000-8000-000000000008","text":"item","checked":true}],
                        "comments":[{"commentId":"0198f000-0000-7000-8000-000000000009","authorId":"0198f000-0000-7000-8000-0000000000bb","at":"2026-11-01T10:00:00Z","text":"Да"}]},
                       {"taskId":"0198f000-0000-7000-8000-000000000005","number":2,"title":"Above","assigneeIds":[],"labelIds":[],"checklist":[],"comments":[]}],
              "labels":[{"labelId":"0198f000-0000-7000-8000-000000000007","name":"","color":"red"}],"members":[]},
             "changes":[{"version":1,"events":[]}]}
            """);
        return OwnPlanner.Plan(read.Value!, TrelloFiles.ListId, Caller);
    }
}
