using TaskList.Gateway.Lists.Import;
using Xunit;

namespace TaskList.Gateway.Tests.Import;

/// <summary>A made board with everything that the real one lacks.</summary>
public sealed class MadeBoardFacts : IAsyncLifetime
{
    const string Second = "Второе дело";
    const string First = "Первое дело 🎉";

    ImportPlan _plan = null!;
    ImportedBoard _board = null!;

    public async ValueTask InitializeAsync()
    {
        _plan = await TrelloFiles.PlanFile("made-board.json");
        _board = ImportedBoard.Of(_plan);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public void WhatIsArchivedStaysOutAndIsCounted()
    {
        Assert.Equal(["Сделать", "In progress", "Готово"], _board.Sections);
        Assert.Equal([First, Second], _board.TitlesBySection["Сделать"]);
        Assert.Equal(1, Dropped("sections", "closed"));
        Assert.Equal(2, Dropped("tasks", "closed"));
        Assert.Equal(1, Dropped("tasks", "closedList"));
        Assert.Equal(1, Dropped("tasks", "noParent"));
    }

    [Fact]
    public void EverythingFoundIsCounted()
    {
        Assert.Equal(new ImportedCounts(Sections: 3, Tasks: 6, Labels: 8, ChecklistItems: 4, Comments: 4), _plan.Report.Imported);
    }

    [Fact]
    public void ColorsOfEveryAgeAreMapped()
    {
        Assert.Equal(
            [("", "green"), ("", "amber"), ("Срочно", "red"), ("Later", "teal"), ("Plain", "gray"), ("Odd", "gray"), ("", "green"), ("Night", "gray")],
            _board.Labels);
        Assert.Equal(1, Dropped("colors", "unknownColor"));
        Assert.Equal(2, _board.Of("addLabel", Second).Length);
    }

    [Fact]
    public void DatesAndCompletionComeOver()
    {
        Assert.Equal(new DateTime(2026, 12, 1, 9, 0, 0, DateTimeKind.Utc), _board.Task(Second).GetProperty("dueAt").GetDateTime());
        Assert.Equal(new DateTime(2026, 11, 25, 9, 0, 0, DateTimeKind.Utc), _board.Task(Second).GetProperty("startAt").GetDateTime());
        Assert.Single(_board.Of("completeTask", "Shipped"));
        Assert.Empty(_board.Of("completeTask", Second));
        Assert.Equal(1, Dropped("dates", "invalid"));
    }

    [Fact]
    public void DescriptionsAndFieldsOfEveryTypeComeOver()
    {
        Assert.Equal(
            "Описание со **звёздочками** и эмодзи 🚀.\n\nВторой абзац.\n\n## Custom fields\n\n"
            + "- Approved: ✓\n- Start of sale: 2026-12-24 18:00 UTC\n- Priority: High\n- Стоимость: 100.32\n- Note: Позвонить завтра",
            ImportedBoard.Text(_board.Task(Second), "description"));
        Assert.Equal("## Custom fields\n\n- Approved: ✗", ImportedBoard.Text(_board.Task("With files"), "description"));
        Assert.False(_board.Task(First).TryGetProperty("description", out _));
        Assert.Equal(1, Dropped("customFields", "noParent"));
        Assert.Equal(1, Dropped("customFields", "invalid"));
    }

    [Fact]
    public void SeveralChecklistsBecomeOneWithNames()
    {
        Assert.Equal(
            [("Calls: Ring the office", false), ("Покупки: Хлеб", false), ("Покупки: Молоко", true)],
            _board.Of("addChecklistItem", Second).Select(item => (ImportedBoard.Text(item, "text"), item.GetProperty("checked").GetBoolean())));
        Assert.Equal(["Alone"], _board.Of("addChecklistItem", First).Select(item => ImportedBoard.Text(item, "text")));
        Assert.Equal(1, Dropped("checklistItems", "noParent"));
        Assert.Equal(1, Dropped("checklistDetails", "notSupported"));
    }

    [Fact]
    public void CommentsComeOldestFirstWithTheirAuthorsNames()
    {
        Assert.Equal(
            [("By the list of members", "Мария Петрова"), ("Комментарий того, кто ушёл 👋", "Ушедший Коллега"), ("Newest comment", "Test Author")],
            _board.Of("addComment", Second).Select(c => (ImportedBoard.Text(c, "text"), ImportedBoard.Text(c, "importedAuthor"))));
        Assert.Equal(
            new DateTime(2026, 11, 17, 10, 0, 0, DateTimeKind.Utc), _board.Of("addComment", Second)[0].GetProperty("importedAt").GetDateTime());
    }

    [Fact]
    public void CommentsThatTheExportLacksAreReported()
    {
        Assert.Equal(2, Dropped("comments", "notInExport"));
        Assert.Equal(1, Dropped("comments", "noParent"));
    }

    [Fact]
    public void WhatAListCannotHoldIsReported()
    {
        Assert.Equal(2, Dropped("attachments", "notSupported"));
        Assert.Equal(2, Dropped("votes", "notSupported"));
        Assert.Equal(1, Dropped("covers", "notSupported"));
        Assert.Equal(1, Dropped("reminders", "notSupported"));
        Assert.Equal(1, Dropped("sectionLimits", "notSupported"));
        Assert.Equal(1, Dropped("boardDescription", "notSupported"));
    }

    [Fact]
    public void ATitleThatIsTooLongIsCutBetweenCharacters()
    {
        var title = _board.TitlesBySection["In progress"][2];
        Assert.Equal(new string('T', 1_023), title);
        Assert.Equal(1, Dropped("text", "tooLong"));
        Assert.Equal("—", _board.TitlesBySection["In progress"][1]);
    }

    int Dropped(string kind, string reason) => _plan.Report.Dropped.SingleOrDefault(entry => entry.Kind == kind && entry.Reason == reason)?.Count ?? 0;
}
