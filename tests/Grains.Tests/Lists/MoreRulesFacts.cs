using TaskList.Contracts;
using TaskList.Contracts.Lists;
using TaskList.Grains.Lists;
using Xunit;

namespace TaskList.Grains.Tests.Lists;

/// <summary>Archive and deletion of a list, its key, parents, foreign comments, clashes on all that can be written over.</summary>
public sealed class MoreRulesFacts
{
    static readonly Guid Editor = Guid.NewGuid();

    readonly Board _board = new();
    readonly Guid _section;
    readonly Guid _task;

    public MoreRulesFacts()
    {
        _board.Join(Editor, Role.Editor);
        _section = _board.AddSection();
        _task = _board.AddTask(_section);
    }

    [Fact]
    public void ArchivedListTakesOnlyWhatConcernsPeople()
    {
        Assert.Null(_board.Do(new { type = "archiveList" }));
        Assert.NotNull(_board.State.ToSnapshot(Guid.Empty).ArchivedAt);
        Assert.Equal(Codes.ListArchived, _board.Do(new { type = "completeTask", taskId = _task }));
        Assert.Equal(Codes.ListArchived, _board.Do(new { type = "renameList", name = "x" }));
        Assert.Equal(Codes.ListArchived, _board.UndoLast());
        Assert.Equal(Codes.ListArchived, _board.Do(new { type = "bulk", commands = new[] { new { type = "completeTask", taskId = _task } } }));
        Assert.Null(_board.Do(new { type = "watchTask", taskId = _task }, Editor));
        Assert.Null(_board.Do(new { type = "setMemberRole", userId = Editor, role = "viewer" }));
        Assert.Null(_board.Do(new { type = "leaveList" }, Editor));
        Assert.Null(_board.Do(new { type = "unarchiveList" }));
        Assert.Null(_board.Do(new { type = "completeTask", taskId = _task }));
    }

    [Fact]
    public void DeletedListIsThereOnlyForItsOwnersWishToHaveItBack()
    {
        Assert.Null(_board.Do(new { type = "deleteList" }));
        Assert.Null(_board.State.RoleOf(Board.Owner));
        Assert.Equal(Codes.ListNotFound, _board.Do(new { type = "completeTask", taskId = _task }));
        Assert.Equal(Codes.ListNotFound, _board.Do(new { type = "leaveList" }, Editor));
        Assert.Equal(Codes.ListNotFound, _board.Do(new { type = "restoreList" }, Editor));
        Assert.Equal(Codes.ListNotFound, _board.Run(ListCall.Admit(Guid.NewGuid(), Role.Editor, Guid.NewGuid())));
        Assert.Null(_board.Do(new { type = "restoreList" }));
        Assert.Null(_board.Do(new { type = "completeTask", taskId = _task }, Editor));
    }

    [Fact]
    public void DeletedListIsGoneAfterThirtyDays()
    {
        _board.Do(new { type = "deleteList" });
        var deletedAt = _board.State.Content.DeletedAt!.Value;
        var command = new RestoreList(Guid.NewGuid(), null);
        Assert.Null(ListRules.DecideDeleted(_board.State, Board.Owner, command, deletedAt.AddDays(30)).Refusal);
        Assert.Equal(Codes.ListNotFound, ListRules.DecideDeleted(_board.State, Board.Owner, command, deletedAt.AddDays(30).AddMilliseconds(1)).Refusal!.Code);
    }

    [Theory]
    [InlineData("Operations", "OPER")]
    [InlineData("Home & garden", "HG")]
    [InlineData("Щёлково склад №2", "SS")]
    [InlineData("Жук", "ZHUK")]
    [InlineData("Été à Paris", "EAP")]
    [InlineData("я", "YA")]
    [InlineData("X", "XX")]
    [InlineData("2026", "LIST")]
    [InlineData("日本", "LIST")]
    [InlineData("a b c d e f g h", "ABCDEF")]
    public void KeyIsMadeOfTheName(string name, string key)
    {
        Assert.Equal(key, ListKeys.From(name));
        Assert.True(ListKeys.IsKey(key));
    }

    [Theory]
    [InlineData("OPS", null)]
    [InlineData("A1", null)]
    [InlineData("A", Codes.InvalidField)]
    [InlineData("1A", Codes.InvalidField)]
    [InlineData("ops", Codes.InvalidField)]
    [InlineData("TOOLONG", Codes.InvalidField)]
    public void KeyHasItsForm(string key, string? code) => Assert.Equal(code, _board.Do(new { type = "setListKey", key }));

    [Fact]
    public void TaskNeverStandsBelowItself()
    {
        var (child, grandchild) = (_board.AddTask(_section), _board.AddTask(_section));
        Assert.Null(SetParent(child, _task));
        Assert.Null(SetParent(grandchild, child));
        Assert.Equal(Codes.ParentCycle, SetParent(_task, grandchild));
        Assert.Equal(Codes.ParentCycle, SetParent(_task, _task));
        Assert.Equal(Codes.TaskNotFound, SetParent(_task, Guid.NewGuid()));

        // A link that is out of sight is a link: it may come back.
        _board.Do(new { type = "deleteTask", taskId = child });
        Assert.Equal(Codes.ParentCycle, SetParent(_task, grandchild));
    }

    [Fact]
    public void EightLevelsAreEnough()
    {
        var chain = Enumerable.Range(0, 7).Select(_ => _board.AddTask(_section)).ToArray();
        for (var i = 1; i < chain.Length; i++) Assert.Null(SetParent(chain[i], chain[i - 1]));
        Assert.Null(SetParent(chain[0], _task));
        var ninth = _board.AddTask(_section);
        Assert.Equal(Codes.TooDeep, SetParent(ninth, chain[^1]));
        Assert.Equal(Codes.TooDeep, SetParent(_task, ninth));
        Assert.Equal(Codes.TooDeep, _board.Do(new { type = "addTask", taskId = Guid.NewGuid(), sectionId = _section, title = "x", parentTaskId = chain[^1] }));
    }

    string? SetParent(Guid taskId, Guid parentTaskId) => _board.Do(new { type = "setParent", taskId, parentTaskId });

    [Fact]
    public void CommentBelongsToItsAuthorAndEditorsMayOnlyDeleteIt()
    {
        var (author, comment) = (Guid.NewGuid(), Guid.NewGuid());
        _board.Join(author, Role.Commenter);
        _board.Do(new { type = "addComment", taskId = _task, commentId = comment, text = "words" }, author);
        Assert.Equal(Codes.NotAllowed, _board.Do(new { type = "editComment", taskId = _task, commentId = comment, text = "other" }));
        Assert.Null(_board.Do(new { type = "editComment", taskId = _task, commentId = comment, text = "other", mentions = new[] { Editor } }, author));
        var kept = Assert.Single(_board.State.Task(_task)!.ToPicture().Comments);
        Assert.Equal(("other", Editor), (kept.Text, Assert.Single(kept.Mentions!)));
        Assert.NotNull(kept.EditedAt);
        Assert.Equal(Codes.MemberNotFound, _board.Do(new { type = "editComment", taskId = _task, commentId = comment, text = "x", mentions = new[] { Guid.NewGuid() } }, author));

        var stranger = Guid.NewGuid();
        _board.Join(stranger, Role.Commenter);
        Assert.Equal(Codes.NotAllowed, _board.Do(new { type = "deleteComment", taskId = _task, commentId = comment }, stranger));
        Assert.Null(_board.Do(new { type = "deleteComment", taskId = _task, commentId = comment }, Editor));
        Assert.Equal(Codes.CommentNotFound, _board.Do(new { type = "deleteComment", taskId = _task, commentId = comment }, Editor));
    }

    [Fact]
    public void EveryFieldThatIsWrittenOverIsToldAsAConflict()
    {
        var (item, label) = (Guid.NewGuid(), Guid.NewGuid());
        _board.AddSection();
        _board.AddTask(_section);
        _board.Do(new { type = "defineLabel", labelId = label, name = "a", color = "red" });
        _board.Do(new { type = "addChecklistItem", taskId = _task, itemId = item, text = "step" });
        _board.Do(new { type = "addChecklistItem", taskId = _task, itemId = Guid.NewGuid(), text = "step" });
        var baseVersion = _board.State.Version;
        Clash("place", new { type = "moveTask", taskId = _task, sectionId = _section }, new { type = "moveTask", taskId = _task, sectionId = _section, afterTaskId = (Guid?)null, baseVersion });
        Clash("place", new { type = "moveSection", sectionId = _section }, new { type = "moveSection", sectionId = _section, afterSectionId = (Guid?)null, baseVersion });
        Clash("place", new { type = "moveChecklistItem", taskId = _task, itemId = item }, new { type = "moveChecklistItem", taskId = _task, itemId = item, afterItemId = (Guid?)null, baseVersion });
        Clash("name", new { type = "renameList", name = "x" }, new { type = "renameList", name = "y", baseVersion });
        Clash("key", new { type = "setListKey", key = "XX" }, new { type = "setListKey", key = "YY", baseVersion });
        Clash("name", new { type = "renameSection", sectionId = _section, name = "x" }, new { type = "renameSection", sectionId = _section, name = "y", baseVersion });
        Clash("limit", new { type = "setSectionLimit", sectionId = _section, limit = 3 }, new { type = "setSectionLimit", sectionId = _section, limit = (int?)null, baseVersion });
        Clash("color", new { type = "defineLabel", labelId = label, name = "a", color = "blue" }, new { type = "defineLabel", labelId = label, name = "a", color = "pink", baseVersion });
        Clash("priority", new { type = "editTask", taskId = _task, priority = 1 }, new { type = "editTask", taskId = _task, priority = 2, baseVersion });
        Clash("completed", new { type = "completeTask", taskId = _task }, new { type = "reopenTask", taskId = _task, baseVersion });
        Clash("parentTaskId", new { type = "setParent", taskId = _task, parentTaskId = _board.Order(_section)[^1] }, new { type = "setParent", taskId = _task, parentTaskId = (Guid?)null, baseVersion });
        Clash("text", new { type = "editChecklistItem", taskId = _task, itemId = item, text = "x" }, new { type = "editChecklistItem", taskId = _task, itemId = item, text = "y", baseVersion });
        Clash("checked", new { type = "checkChecklistItem", taskId = _task, itemId = item, @checked = true }, new { type = "checkChecklistItem", taskId = _task, itemId = item, @checked = false, baseVersion });

        void Clash(string field, object theirs, object mine)
        {
            var by = field is "name" or "key" ? Board.Owner : Editor;
            Assert.Null(_board.Do(theirs, by));
            Assert.Null(_board.Do(mine));
            Assert.Contains(_board.Conflicts, conflict => conflict.Field == field && conflict.ByActorId == by && conflict.AtVersion == _board.State.Version - 1);
        }
    }

    [Fact]
    public void RecurringTaskIsFollowedByTheNextOneInTheSameChange()
    {
        _board.Do(new { type = "editTask", taskId = _task, recurrence = new { every = "month" }, dueAt = "2026-01-31T09:00:00Z", timeZone = "UTC", priority = 2 });
        _board.Do(new { type = "addChecklistItem", taskId = _task, itemId = Guid.NewGuid(), text = "step", @checked = true });
        Assert.Null(_board.Do(new { type = "completeTask", taskId = _task }));
        Assert.Equal(["TaskCompleted", "TaskEdited", "TaskAdded", "ChecklistItemAdded"], _board.Log[^1].Events.Select(happened => happened.GetType().Name));
        var next = _board.State.Task(_board.Order(_section)[0])!;
        Assert.Equal([next.TaskId, _task], _board.Order(_section));
        Assert.Equal((new DateTime(2026, 2, 28, 9, 0, 0, DateTimeKind.Utc), 31, 2), (next.Content.DueAt, next.Content.Recurrence!.MonthDay, next.Content.Priority));
        Assert.False(Assert.Single(next.Content.Checklist).Checked);
        Assert.Null(_board.State.Task(_task)!.Content.Recurrence);
    }

    [Theory]
    [InlineData("""{"every":"week","on":["mon","xxx"]}""")]
    [InlineData("""{"every":"day","on":["mon"]}""")]
    [InlineData("""{"every":"weekday","interval":2}""")]
    [InlineData("""{"every":"day","interval":100}""")]
    [InlineData("""{"every":"day","monthly":"day"}""")]
    [InlineData("""{"every":"fortnight"}""")]
    [InlineData("""[]""")]
    public void FaultyRecurrenceIsRefused(string json) =>
        Assert.Equal(Codes.InvalidField, _board.Do(new { type = "editTask", taskId = _task, recurrence = System.Text.Json.JsonDocument.Parse(json).RootElement }));
}
