using System.Text;
using System.Text.Json;
using TaskList.Contracts;
using TaskList.Contracts.Lists;
using TaskList.Grains.Lists;
using Xunit;

namespace TaskList.Grains.Tests.Lists;

public sealed class BulkFacts
{
    readonly Board _board = new();
    readonly Guid _section;
    readonly Guid _task;

    public BulkFacts()
    {
        _section = _board.AddSection();
        _task = _board.AddTask(_section);
    }

    [Fact]
    public void CommandsSeeWhatThoseBeforeThemDid()
    {
        var (section, task) = (Guid.NewGuid(), Guid.NewGuid());
        var seen = _board.State.Version;
        Assert.Null(_board.Do(new
        {
            type = "bulk",
            commands = new object[]
            {
                new { type = "addSection", sectionId = section, name = "New" },
                new { type = "addTask", taskId = task, sectionId = section, title = "First" },
                new { type = "editTask", taskId = task, title = "Second", baseVersion = seen, commandId = Guid.NewGuid() },
                new { type = "editTask", taskId = task, title = "Third", baseVersion = seen },
                new { type = "moveTask", taskId = _task, sectionId = section, afterTaskId = task },
            },
        }));
        Assert.Equal([task, _task], _board.Order(section));
        Assert.Equal((seen + 1, "Third", 2), (_board.State.Version, _board.State.Task(task)!.Content.Title, _board.State.Task(task)!.Number));
        Assert.Empty(_board.Conflicts);
    }

    [Fact]
    public void OneRefusalRefusesAllAndSaysWhich()
    {
        var before = Encoding.UTF8.GetString(_board.State.ToStored().ToBytes());
        var refusal = Refuse(new { type = "deleteTask", taskId = _task }, new { type = "deleteSection", sectionId = _section }, new { type = "completeTask", taskId = Guid.NewGuid() });
        Assert.Equal((Codes.TaskNotFound, """{"index":2}"""), (refusal.Code, Encoding.UTF8.GetString(refusal.Params!.Value.Utf8.Span)));
        Assert.Equal(before, Encoding.UTF8.GetString(_board.State.ToStored().ToBytes()));
        Assert.Equal((1, 1), (_board.State.TaskCount, _board.State.SectionCount));
    }

    [Fact]
    public void FaultyCommandInsideIsToldWithItsPlace()
    {
        var refusal = Refuse(new { type = "deleteTask", taskId = _task }, new { type = "editTask", taskId = _task, titel = "x" });
        Assert.Equal((Codes.UnknownField, """{"field":"titel","index":1}"""), (refusal.Code, Encoding.UTF8.GetString(refusal.Params!.Value.Utf8.Span)));
    }

    [Theory]
    [InlineData("bulk")]
    [InlineData("undo")]
    [InlineData("renameList")]
    [InlineData("leaveList")]
    [InlineData("transferTask")]
    public void SomeCommandsGoOnlyAlone(string type) => Assert.Equal(Codes.InvalidCommand, Refuse(new { type }).Code);

    [Fact]
    public void RightsAreThoseOfEachCommandInside()
    {
        var commenter = Guid.NewGuid();
        _board.Join(commenter, Role.Commenter);
        object comment = new { type = "addComment", taskId = _task, commentId = Guid.NewGuid(), text = "words" };
        Assert.Null(_board.Do(new { type = "bulk", commands = new[] { comment } }, commenter));
        Assert.Equal(Codes.NotAllowed, _board.Do(new { type = "bulk", commands = new object[] { new { type = "watchTask", taskId = _task }, new { type = "deleteTask", taskId = _task } } }, commenter));
    }

    [Fact]
    public void ClashInsideIsToldWithItsPlace()
    {
        var seen = _board.State.Version;
        _board.Do(new { type = "editTask", taskId = _task, title = "Theirs" });
        _board.Do(new { type = "bulk", commands = new object[] { new { type = "reopenTask", taskId = _task }, new { type = "editTask", taskId = _task, title = "Mine", baseVersion = seen } } });
        var conflict = Assert.Single(_board.Conflicts);
        Assert.Equal(("title", "Theirs", 1), (conflict.Field, conflict.Theirs, conflict.Index));
    }

    [Fact]
    public void WhatWasSeenInsideIsNoPartOfTheHash()
    {
        var id = Guid.NewGuid();
        Assert.Equal(Hash(1), Hash(2));
        Assert.NotEqual(Hash(1), Hash(1, "other"));

        byte[] Hash(int seen, string title = "x") => CommandParser.Parse(Board.Owner, JsonSerializer.SerializeToUtf8Bytes(
            new { type = "bulk", commandId = id, commands = new[] { new { type = "editTask", taskId = _task, title, baseVersion = seen } } })).Hash;
    }

    Refusal Refuse(params object[] commands)
    {
        var command = CommandParser.Parse(Board.Owner, JsonSerializer.SerializeToUtf8Bytes(new { type = "bulk", commandId = Guid.NewGuid(), commands }));
        return ListCall.Of(Board.Owner, command).Decide(_board.State, new Occasion(DateTime.UnixEpoch)).Refusal!;
    }
}
