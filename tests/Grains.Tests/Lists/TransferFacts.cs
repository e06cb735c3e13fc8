using System.Text;
using TaskList.Contracts;
using TaskList.Contracts.Lists;
using TaskList.Grains.Lists;
using Xunit;

namespace TaskList.Grains.Tests.Lists;

/// <summary>The rules of a task's way to another list; how it survives what may happen on the way is its driver's matter.</summary>
public sealed class TransferFacts
{
    static readonly Guid Editor = Guid.NewGuid();

    readonly Board _source = new();
    readonly Board _target = new();
    readonly Guid _from;
    readonly Guid _to;
    readonly Guid _task;
    readonly Guid _transfer = Guid.NewGuid();

    public TransferFacts()
    {
        _source.Join(Editor, Role.Editor);
        _target.Join(Editor, Role.Editor);
        var stranger = Guid.NewGuid();
        _source.Join(stranger, Role.Editor);
        (_from, _to) = (_source.AddSection(), _target.AddSection());
        _task = _source.AddTask(_from);
        _target.AddTask(_to);
        foreach (var (board, name) in new[] { (_source, "bug"), (_source, "new"), (_target, "bug") })
            board.Do(new { type = "defineLabel", labelId = Guid.NewGuid(), name, color = "red" });
        foreach (var label in _source.State.Labels.Keys) _source.Do(new { type = "addLabel", taskId = _task, labelId = label });
        foreach (var user in new[] { Editor, stranger }) _source.Do(new { type = "assign", taskId = _task, userId = user });
        _source.Do(new { type = "setParent", taskId = _task, parentTaskId = _source.AddTask(_from) });
        _source.Do(new { type = "addComment", taskId = _task, commentId = Guid.NewGuid(), text = "words" }, stranger);
        Assert.Null(Start());
    }

    string? Start() => _source.Do(new { commandId = _transfer, type = "transferTask", taskId = _task, toListId = Guid.NewGuid(), toSectionId = _to, afterTaskId = (Guid?)null }, Editor);

    TransferOffer Offer => ListJson.ReadOffer(ListJson.Write(ListRules.Offer(_source.State, _source.State.Task(_task)!)!));

    [Fact]
    public void FrozenTaskTakesNoCommandButIsSeen()
    {
        Assert.Equal(Codes.TaskInTransfer, _source.Do(new { type = "editTask", taskId = _task, title = "x" }));
        Assert.Equal(Codes.TaskInTransfer, _source.Do(new { type = "deleteTask", taskId = _task }));
        Assert.Equal(Codes.TaskInTransfer, _source.Undo(_source.State.Version - 1));
        Assert.NotNull(_source.State.Task(_task)!.ToPicture().Transfer);
        Assert.Equal(_task, Assert.Single(_source.State.InTransfer).TaskId);
        Assert.Equal(Codes.NotUndoable, _source.UndoLast());
    }

    [Fact]
    public void TargetKnowsLabelsByNameAndOnlyItsOwnPeople()
    {
        Assert.Null(_target.Run(ListCall.Receive(Editor, Offer)));
        Assert.Equal(["LabelDefined", "TaskReceived"], _target.Log[^1].Events.Select(happened => happened.GetType().Name));
        var task = _target.State.Task(_task)!;
        Assert.Equal(_task, _target.Order(_to)[0]);
        Assert.Equal(["bug", "new"], task.Content.Labels.Select(id => _target.State.Labels[id].Name).Order());
        Assert.Equal((2, 2, Editor, null, 1), (task.Number, _target.State.Labels.Count, Assert.Single(task.Content.Assignees), task.Content.ParentTaskId, task.Content.Comments.Length));
        Assert.Contains(task.Content.Comments[0].AuthorId!.Value, _target.State.People);
    }

    [Fact]
    public void RefusalIsAnAnswerThatIsWritten()
    {
        _target.Do(new { type = "deleteSection", sectionId = _to });
        Assert.Null(_target.Run(ListCall.Receive(Editor, Offer)));
        Assert.Empty(_target.Log[^1].Events);
        Assert.Equal(Codes.SectionNotFound, Assert.Single(_target.Conflicts).Theirs);

        Assert.Null(_target.Run(ListCall.Receive(Guid.NewGuid(), Offer)));
        Assert.Equal(Codes.ListNotFound, Assert.Single(_target.Conflicts).Theirs);
        _target.Do(new { type = "archiveList" });
        Assert.Null(_target.Run(ListCall.Receive(Editor, Offer)));
        Assert.Equal(Codes.ListArchived, Assert.Single(_target.Conflicts).Theirs);
    }

    [Fact]
    public void AfterTheAnswerTheTaskIsInOneListOnly()
    {
        Assert.Null(_source.Run(ListCall.EndTransfer(Editor, _task, _transfer, null)));
        Assert.Null(_source.State.Task(_task));
        Assert.Equal(Codes.TaskNotFound, _source.Do(new { type = "restoreTask", taskId = _task }));
        Assert.Equal(Codes.IdTaken, _source.Do(new { type = "addTask", taskId = _task, sectionId = _from, title = "x" }));
        Assert.Null(_source.Run(ListCall.EndTransfer(Editor, _task, _transfer, Codes.SectionNotFound)));
        Assert.Empty(_source.Log[^1].Events);
    }

    [Fact]
    public void RefusedTaskThaws()
    {
        Assert.Null(_source.Run(ListCall.EndTransfer(Editor, _task, _transfer, Codes.SectionNotFound)));
        Assert.Null(_source.Do(new { type = "editTask", taskId = _task, title = "x" }));
    }

    [Fact]
    public void TaskThatLeftMayComeBack()
    {
        var offer = Offer with { FromListId = Guid.NewGuid(), ToSectionId = _from };
        _source.Run(ListCall.EndTransfer(Editor, _task, _transfer, null));
        var count = _source.State.TaskCount;
        Assert.Null(_source.Run(ListCall.Receive(Editor, offer)));
        Assert.Equal((count + 1, 3), (_source.State.TaskCount, _source.State.Task(_task)!.Number));
        Assert.Equal(Encoding.UTF8.GetString(_source.State.ToStored().ToBytes()), Encoding.UTF8.GetString(_source.At(_source.State.Version).ToStored().ToBytes()));
    }
}
