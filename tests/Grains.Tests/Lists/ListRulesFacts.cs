using TaskList.Contracts;
using TaskList.Contracts.Lists;
using Xunit;

namespace TaskList.Grains.Tests.Lists;

public sealed class ListRulesFacts
{
    static readonly Guid Somebody = Guid.NewGuid();

    readonly Board _board = new();
    readonly Guid _section;
    readonly Guid _task;

    public ListRulesFacts()
    {
        _section = _board.AddSection();
        _task = _board.AddTask(_section);
        _board.Do(new { type = "defineLabel", labelId = _section, name = "bug", color = "red" });
    }

    public static TheoryData<string, Role> LeastRoles => new()
    {
        { "leaveList", Role.Viewer },
        { "addComment", Role.Commenter },
        { "addSection", Role.Editor },
        { "renameSection", Role.Editor },
        { "moveSection", Role.Editor },
        { "deleteSection", Role.Editor },
        { "addTask", Role.Editor },
        { "editTask", Role.Editor },
        { "moveTask", Role.Editor },
        { "completeTask", Role.Editor },
        { "reopenTask", Role.Editor },
        { "deleteTask", Role.Editor },
        { "restoreTask", Role.Editor },
        { "assign", Role.Editor },
        { "unassign", Role.Editor },
        { "defineLabel", Role.Editor },
        { "addLabel", Role.Editor },
        { "removeLabel", Role.Editor },
        { "addChecklistItem", Role.Editor },
        { "setSectionLimit", Role.Editor },
        { "setParent", Role.Editor },
        { "editChecklistItem", Role.Editor },
        { "checkChecklistItem", Role.Editor },
        { "moveChecklistItem", Role.Editor },
        { "deleteChecklistItem", Role.Editor },
        { "deleteLabel", Role.Editor },
        { "transferTask", Role.Editor },
        { "editComment", Role.Commenter },
        { "deleteComment", Role.Commenter },
        { "watchTask", Role.Viewer },
        { "unwatchTask", Role.Viewer },
        { "setListKey", Role.Owner },
        { "archiveList", Role.Owner },
        { "unarchiveList", Role.Owner },
        { "deleteList", Role.Owner },
        { "renameList", Role.Owner },
        { "setMemberRole", Role.Owner },
        { "removeMember", Role.Owner },
        { "importedComment", Role.Owner },
    };

    [Theory, MemberData(nameof(LeastRoles))]
    public void EachCommandAsksForItsRole(string type, Role least)
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            var member = Guid.NewGuid();
            _board.Join(member, role);
            var code = _board.Do(Sample(type, member), member);
            Assert.Equal(role < least ? Codes.NotAllowed : null, code);
            if (type is "archiveList" or "deleteList") _board.Do(new { type = type is "archiveList" ? "unarchiveList" : "restoreList" });
        }
    }

    object Sample(string type, Guid member) => type switch
    {
        "setSectionLimit" => new { type, sectionId = _section, limit = 4 },
        "setParent" => new { type, taskId = _task, parentTaskId = _board.AddTask(_section) },
        "editChecklistItem" => new { type, taskId = _task, itemId = NewItem(), text = "other" },
        "checkChecklistItem" => new { type, taskId = _task, itemId = NewItem(), @checked = true },
        "moveChecklistItem" or "deleteChecklistItem" => new { type, taskId = _task, itemId = NewItem() },
        "deleteLabel" => new { type, labelId = NewLabel() },
        "transferTask" => new { type, taskId = _board.AddTask(_section), toListId = Guid.NewGuid(), toSectionId = Guid.NewGuid() },
        "editComment" => new { type, taskId = _task, commentId = NewComment(member), text = "other" },
        "deleteComment" => new { type, taskId = _task, commentId = NewComment(member) },
        "setListKey" => new { type, key = "OPS" },
        "archiveList" or "unarchiveList" or "deleteList" => new { type },
        "leaveList" => new { type },
        "addComment" => new { type, taskId = _task, commentId = Guid.NewGuid(), text = "words" },
        "importedComment" => new { type = "addComment", taskId = _task, commentId = Guid.NewGuid(), text = "words", importedAuthor = "Anna" },
        "addSection" => new { type, sectionId = Guid.NewGuid(), name = "More" },
        "renameSection" => new { type, sectionId = _section, name = "Other" },
        "moveSection" or "deleteSection" => new { type, sectionId = type == "moveSection" ? _section : _board.AddSection() },
        "addTask" => new { type, taskId = Guid.NewGuid(), sectionId = _section, title = "New" },
        "editTask" => new { type, taskId = _task, title = "Edited" },
        "moveTask" => new { type, taskId = _task, sectionId = _section },
        "assign" or "unassign" => new { type, taskId = _task, userId = Board.Owner },
        "defineLabel" => new { type, labelId = Guid.NewGuid(), name = "", color = "blue" },
        "addLabel" or "removeLabel" => new { type, taskId = _task, labelId = _section },
        "addChecklistItem" => new { type, taskId = _task, itemId = Guid.NewGuid(), text = "step" },
        "renameList" => new { type, name = "Renamed" },
        "setMemberRole" => new { type, userId = Board.Owner, role = "owner" },
        "removeMember" => new { type, userId = Removable() },
        _ => new { type, taskId = type is "restoreTask" or "deleteTask" ? _board.AddTask(_section) : _task },
    };

    Guid NewItem()
    {
        var itemId = Guid.NewGuid();
        _board.Do(new { type = "addChecklistItem", taskId = _task, itemId, text = "step" });
        return itemId;
    }

    Guid NewLabel()
    {
        var labelId = Guid.NewGuid();
        _board.Do(new { type = "defineLabel", labelId, name = "new", color = "blue" });
        return labelId;
    }

    Guid NewComment(Guid authorId)
    {
        var commentId = Guid.NewGuid();
        _board.Do(new { type = "addComment", taskId = _task, commentId, text = "words" }, authorId);
        return commentId;
    }

    Guid Removable()
    {
        var member = Guid.NewGuid();
        _board.Join(member, Role.Viewer);
        return member;
    }

    [Fact]
    public void NonMemberLearnsOnlyThatThereIsNoSuchList() =>
        Assert.Equal(Codes.ListNotFound, _board.Do(new { type = "completeTask", taskId = _task }, Somebody));

    [Fact]
    public void NonMemberLearnsNothingFromABrokenCommandEither() =>
        Assert.Equal(Codes.ListNotFound, _board.Do(new { type = "noSuchCommand" }, Somebody));

    [Fact]
    public void LastOwnerCanNeitherLeaveNorBeLowered()
    {
        Assert.Equal(Codes.LastOwner, _board.Do(new { type = "leaveList" }));
        Assert.Equal(Codes.LastOwner, _board.Do(new { type = "setMemberRole", userId = Board.Owner, role = "editor" }));
        Assert.Equal(Codes.LastOwner, _board.Do(new { type = "removeMember", userId = Board.Owner }));

        _board.Join(Somebody, Role.Owner);
        Assert.Null(_board.Do(new { type = "leaveList" }));
        Assert.Equal(Codes.ListNotFound, _board.Do(new { type = "leaveList" }));
    }

    [Fact]
    public void InviteRaisesARoleButNeverLowersIt()
    {
        _board.Join(Somebody, Role.Editor);
        _board.Join(Somebody, Role.Viewer);
        Assert.Equal(Role.Editor, _board.State.RoleOf(Somebody));
        _board.Join(Somebody, Role.Owner);
        Assert.Equal(Role.Owner, _board.State.RoleOf(Somebody));
    }

    [Fact]
    public void CommandThatChangesNothingIsAcceptedWithoutEvents()
    {
        Assert.Null(_board.Do(new { type = "editTask", taskId = _task, title = "Task" }));
        Assert.Null(_board.Do(new { type = "reopenTask", taskId = _task }));
        Assert.Null(_board.Do(new { type = "moveTask", taskId = _task, sectionId = _section }));
        Assert.All(_board.Log.TakeLast(3), change => Assert.Empty(change.Events));
    }

    [Fact]
    public void NothingCanBeAddedPastALimit()
    {
        for (var i = 1; i < ListLimits.Sections; i++) _board.AddSection();
        Assert.Equal(Codes.LimitReached, _board.Do(new { type = "addSection", sectionId = Guid.NewGuid(), name = "One too many" }));

        for (var i = 0; i < ListLimits.ChecklistItems; i++)
            Assert.Null(_board.Do(new { type = "addChecklistItem", taskId = _task, itemId = Guid.NewGuid(), text = "step" }));
        Assert.Equal(Codes.LimitReached, _board.Do(new { type = "addChecklistItem", taskId = _task, itemId = Guid.NewGuid(), text = "step" }));
    }

    [Fact]
    public void IdsAreUsedOnceEvenAfterDeletion()
    {
        _board.Do(new { type = "deleteTask", taskId = _task });
        Assert.Equal(Codes.IdTaken, _board.Do(new { type = "addTask", taskId = _task, sectionId = _section, title = "Again" }));
        Assert.Equal(Codes.IdTaken, _board.Do(new { type = "addSection", sectionId = _section, name = "Again" }));
    }

    [Fact]
    public void OnlyMembersAreAssigned()
    {
        Assert.Equal(Codes.MemberNotFound, _board.Do(new { type = "assign", taskId = _task, userId = Somebody }));
        _board.Join(Somebody, Role.Viewer);
        Assert.Null(_board.Do(new { type = "assign", taskId = _task, userId = Somebody }));
    }
}
