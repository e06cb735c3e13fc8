using TaskList.Contracts;
using TaskList.Contracts.Lists;
using Xunit;

namespace TaskList.Grains.Tests.Lists;

public sealed class UndoingFacts
{
    static readonly Guid Other = Guid.NewGuid();

    readonly Board _board = new();
    readonly Guid _section;
    readonly Guid _elsewhere;
    readonly Guid _a;
    readonly Guid _b;
    readonly Guid _c;

    public UndoingFacts()
    {
        _board.Join(Other, Role.Editor);
        (_section, _elsewhere) = (_board.AddSection(), _board.AddSection());
        (_a, _b, _c) = (_board.AddTask(_section), _board.AddTask(_section), _board.AddTask(_section));
        _board.Do(new { type = "defineLabel", labelId = _a, name = "bug", color = "red" });
        _board.Do(new { type = "addLabel", taskId = _b, labelId = _a });
        _board.Do(new { type = "addChecklistItem", taskId = _b, itemId = _a, text = "one" });
        _board.Do(new { type = "addChecklistItem", taskId = _b, itemId = _c, text = "two" });
        _board.Do(new { type = "addComment", taskId = _b, commentId = _a, text = "words" });
        _board.Do(new { type = "editTask", taskId = _c, recurrence = new { every = "day" }, dueAt = "2026-01-31T10:00:00Z" });
    }

    /// <summary>Whatever the order in which tasks went, and come back, they stand as they stood.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ManyThatWentInOneChangeComeBackInTheirOrder(bool fromTheEnd)
    {
        var was = _board.Order(_section);
        var gone = fromTheEnd ? was.Reverse() : was;
        Assert.Null(_board.Do(new { type = "bulk", commands = gone.Select(taskId => new { type = "deleteTask", taskId }) }));
        Assert.Empty(_board.Order(_section));
        Assert.Null(_board.UndoLast());
        Assert.Equal(was, _board.Order(_section));

        // An undo of what brought many is undone.
        Assert.Null(_board.Do(new { type = "bulk", commands = Enumerable.Range(0, 5).Select(_ => new { type = "addTask", taskId = Guid.NewGuid(), sectionId = _elsewhere, title = "New" }) }));
        was = _board.Order(_elsewhere);
        Assert.Null(_board.UndoLast());
        Assert.Null(_board.UndoLast());
        Assert.Equal(was, _board.Order(_elsewhere));
    }

    [Fact]
    public void TasksThatAreRestoredOneByOneStandAsTheyStood()
    {
        var was = _board.Order(_section);
        foreach (var taskId in was) Assert.Null(_board.Do(new { type = "deleteTask", taskId }));
        foreach (var taskId in new[] { _c, _a, _b }) Assert.Null(_board.Do(new { type = "restoreTask", taskId }));
        Assert.Equal(was, _board.Order(_section));
    }

    public static TheoryData<string> Everything =>
    [
        "addTask", "editTask", "moveTask", "moveWithin", "completeTask", "completeRecurring", "deleteTask", "setParent", "assign", "addLabel", "removeLabel", "watchTask",
        "defineLabel", "recolour", "deleteLabel", "addSection", "renameSection", "setSectionLimit", "moveSection", "deleteSection", "renameList", "setListKey",
        "addChecklistItem", "editChecklistItem", "checkChecklistItem", "moveChecklistItem", "deleteChecklistItem", "addComment", "editComment", "deleteComment", "bulk",
    ];

    object Sample(string type) => type switch
    {
        "addTask" => new { type, taskId = Guid.NewGuid(), sectionId = _section, title = "New", afterTaskId = _a, labelIds = new[] { _a }, priority = 1 },
        "editTask" => new { type, taskId = _b, title = "Edited", description = "words", priority = 2, timeZone = "Europe/Moscow", dueAt = "2026-02-01T00:00:00Z" },
        "moveTask" => new { type, taskId = _b, sectionId = _elsewhere },
        "moveWithin" => new { type = "moveTask", taskId = _c, sectionId = _section, afterTaskId = (Guid?)null },
        "completeTask" or "deleteTask" or "watchTask" => new { type, taskId = _b },
        "completeRecurring" => new { type = "completeTask", taskId = _c },
        "setParent" => new { type, taskId = _b, parentTaskId = _a },
        "assign" => new { type, taskId = _b, userId = Other },
        "addLabel" => new { type, taskId = _a, labelId = _a },
        "removeLabel" => new { type, taskId = _b, labelId = _a },
        "defineLabel" => new { type, labelId = Guid.NewGuid(), name = "new", color = "blue" },
        "recolour" => new { type = "defineLabel", labelId = _a, name = "bug", color = "blue" },
        "deleteLabel" => new { type, labelId = _a },
        "addSection" => new { type, sectionId = Guid.NewGuid(), name = "New", afterSectionId = (Guid?)null },
        "renameSection" => new { type, sectionId = _section, name = "Other" },
        "setSectionLimit" => new { type, sectionId = _section, limit = 3 },
        "moveSection" => new { type, sectionId = _section },
        "deleteSection" => new { type, sectionId = _section },
        "renameList" => new { type, name = "Other" },
        "setListKey" => new { type, key = "OPS" },
        "addChecklistItem" => new { type, taskId = _b, itemId = _b, text = "new", afterItemId = (Guid?)null },
        "editChecklistItem" => new { type, taskId = _b, itemId = _a, text = "other" },
        "checkChecklistItem" => new { type, taskId = _b, itemId = _a, @checked = true },
        "moveChecklistItem" => new { type, taskId = _b, itemId = _a },
        "deleteChecklistItem" => new { type, taskId = _b, itemId = _a },
        "addComment" => new { type, taskId = _b, commentId = _c, text = "more" },
        "editComment" => new { type, taskId = _b, commentId = _a, text = "other" },
        "deleteComment" => new { type, taskId = _b, commentId = _a },
        _ => new
        {
            type,
            commands = new object[]
            {
                Sample("moveTask"), Sample("moveWithin"), Sample("deleteLabel"), Sample("editTask"), Sample("addSection"), Sample("completeRecurring"), Sample("deleteSection"),
            },
        },
    };

    [Theory, MemberData(nameof(Everything))]
    public void UndoIsTheInverseAndCanBeUndone(string type)
    {
        var before = _board.Seen();
        Assert.Null(_board.Do(Sample(type)));
        var after = _board.Seen();
        Assert.NotEqual(before, after);

        Assert.Null(_board.UndoLast());
        Assert.Equal(before, _board.Seen());
        Assert.Empty(_board.Conflicts);

        Assert.Null(_board.UndoLast());
        Assert.Equal(after, _board.Seen());
        Assert.Null(_board.UndoLast());
        Assert.Equal(before, _board.Seen());
    }

    [Theory, MemberData(nameof(Everything))]
    public void StepByStepBackReachesTheStart(string type)
    {
        var before = _board.Seen();
        var first = _board.State.Version + 1;
        _board.Do(new { type = "moveTask", taskId = _b, sectionId = _elsewhere });
        _board.Do(new { type = "editTask", taskId = _b, title = "Meanwhile" });
        _board.Do(new { type = "moveTask", taskId = _b, sectionId = _section, afterTaskId = (Guid?)null });
        _board.Do(Sample(type));
        for (var version = _board.State.Version; version >= first; version--) Assert.Null(_board.Undo(version));
        Assert.Equal(before, _board.Seen());
    }

    [Fact]
    public void WhatWasWrittenLaterStaysAndIsTold()
    {
        _board.Do(new { type = "editTask", taskId = _a, title = "Mine", priority = 1 });
        var mine = _board.State.Version;
        _board.Do(new { type = "editTask", taskId = _a, title = "Theirs" }, Other);
        Assert.Null(_board.Undo(mine));
        var conflict = Assert.Single(_board.Conflicts);
        Assert.Equal(("title", "Theirs", Other, mine + 1, _a), (conflict.Field, conflict.Theirs, conflict.ByActorId, conflict.AtVersion, conflict.TaskId));
        Assert.Equal(("Theirs", null), (_board.State.Task(_a)!.Content.Title, _board.State.Task(_a)!.Content.Priority));

        Assert.Equal(Codes.NothingToUndo, _board.Undo(mine));
    }

    [Fact]
    public void TaskThatOthersHaveTakenUpIsNotTakenAway()
    {
        var task = _board.AddTask(_section);
        var added = _board.State.Version;
        _board.Do(new { type = "addComment", taskId = task, commentId = Guid.NewGuid(), text = "mine now" }, Other);
        Assert.Equal(Codes.NothingToUndo, _board.Undo(added));
        Assert.NotNull(_board.State.Task(task));
    }

    [Fact]
    public void SectionComesBackWithItsTasksInTheirPlacesAndWithoutTheOneThatWasRescued()
    {
        Guid[] many = [.. Enumerable.Range(0, 300).Select(_ => _board.AddTask(_elsewhere))];
        var list = _board.Order(_elsewhere);
        _board.Do(new { type = "deleteSection", sectionId = _elsewhere });
        var deleted = _board.State.Version;
        Assert.Null(_board.Do(new { type = "restoreTask", taskId = many[7] }, Other));
        _board.Do(new { type = "editTask", taskId = many[7], title = "Rescued" }, Other);
        _board.Do(new { type = "editTask", taskId = _a, title = "Meanwhile" }, Other);
        _board.Do(new { type = "moveSection", sectionId = _section }, Other);

        Assert.Null(_board.Undo(deleted));
        Assert.Equal(list.Where(id => id != many[7]), _board.Order(_elsewhere));
        Assert.Equal((_section, "Rescued"), (_board.State.Task(many[7])!.Section.SectionId, _board.State.Task(many[7])!.Content.Title));
        Assert.Equal("Meanwhile", _board.State.Task(_a)!.Content.Title);
    }

    [Fact]
    public void MembersAndTheEndOfAListAreNotUndone()
    {
        _board.Do(new { type = "setMemberRole", userId = Other, role = "viewer" });
        Assert.Equal(Codes.NotUndoable, _board.UndoLast());
        _board.Do(new { type = "removeMember", userId = Other });
        Assert.Equal(Codes.NotUndoable, _board.UndoLast());
        Assert.Equal(Codes.NotUndoable, _board.Undo(1));
        _board.Do(new { type = "deleteList" });
        _board.Do(new { type = "restoreList" });
        Assert.Equal(Codes.NotUndoable, _board.UndoLast());
        Assert.Equal(Codes.VersionNotFound, _board.Undo(_board.State.Version + 1));
    }

    [Fact]
    public void UndoIsDecidedWithTheActorsRights()
    {
        _board.Do(new { type = "renameList", name = "Other" });
        Assert.Equal(Codes.NotAllowed, _board.UndoLast(Other));
        _board.Do(new { type = "editComment", taskId = _b, commentId = _a, text = "changed" });
        Assert.Equal(Codes.NotAllowed, _board.UndoLast(Other));
        _board.Do(new { type = "deleteComment", taskId = _b, commentId = _a });
        Assert.Null(_board.UndoLast(Other));
    }

    [Fact]
    public void ChangeWithoutEventsLeavesNothingToUndo()
    {
        _board.Do(new { type = "reopenTask", taskId = _a });
        Assert.Equal(Codes.NothingToUndo, _board.UndoLast());
    }
}
