using Xunit;

namespace TaskList.Grains.Tests.Lists;

public sealed class TaskOrderFacts
{
    readonly Board _board = new();
    readonly Guid _section;
    readonly Guid _a;
    readonly Guid _b;
    readonly Guid _c;

    public TaskOrderFacts()
    {
        _section = _board.AddSection();
        (_a, _b, _c) = (_board.AddTask(_section), _board.AddTask(_section), _board.AddTask(_section));
    }

    [Fact]
    public void WithoutAnAnchorATaskGoesLast() => Assert.Equal([_a, _b, _c], _board.Order(_section));

    [Fact]
    public void NullAnchorMeansFirst()
    {
        _board.Do(new { type = "moveTask", taskId = _c, sectionId = _section, afterTaskId = (Guid?)null });
        Assert.Equal([_c, _a, _b], _board.Order(_section));
    }

    [Fact]
    public void AnchorOfADeletedTaskStandsForItsPlace()
    {
        _board.Do(new { type = "deleteTask", taskId = _b });
        _board.Do(new { type = "moveTask", taskId = _a, sectionId = _section });
        var added = Guid.NewGuid();
        _board.Do(new { type = "addTask", taskId = added, sectionId = _section, title = "New", afterTaskId = _b });
        Assert.Equal([added, _c, _a], _board.Order(_section));
    }

    [Fact]
    public void AnchorThatMovedAwayStandsForThePlaceItLeft()
    {
        var elsewhere = _board.AddSection();
        _board.Do(new { type = "moveTask", taskId = _b, sectionId = elsewhere });
        var added = Guid.NewGuid();
        _board.Do(new { type = "addTask", taskId = added, sectionId = _section, title = "New", afterTaskId = _b });
        Assert.Equal([_a, added, _c], _board.Order(_section));
    }

    [Fact]
    public void RestoredTaskIsBackInItsPlace()
    {
        _board.Do(new { type = "deleteTask", taskId = _b });
        Assert.Equal([_a, _c], _board.Order(_section));
        _board.Do(new { type = "restoreTask", taskId = _b });
        Assert.Equal([_a, _b, _c], _board.Order(_section));
    }

    [Fact]
    public void TaskOfADeletedSectionIsRestoredIntoTheFirstOne()
    {
        var first = _board.AddSection();
        _board.Do(new { type = "deleteSection", sectionId = _section });
        Assert.Null(_board.State.Task(_b));
        Assert.Null(_board.Do(new { type = "restoreTask", taskId = _b }));
        Assert.Equal([_b], _board.Order(first));
    }

    [Fact]
    public void EventsNameTheNeighbourThatWasFound()
    {
        _board.Do(new { type = "deleteTask", taskId = _b });
        _board.Do(new { type = "addTask", taskId = Guid.NewGuid(), sectionId = _section, title = "New", afterTaskId = _b });
        var added = Assert.IsType<Contracts.Lists.TaskAdded>(_board.Log[^1].Events.Single());
        Assert.Equal(_a, added.AfterTaskId);
    }

    /// <summary>Counted, not timed: deleted tasks are never forgotten, so a section that has seen many must not pay for them with each edit.</summary>
    [Fact]
    public void NothingIsLookedForBehindDeletedTasks()
    {
        Guid[] gone = [.. Enumerable.Range(0, 40).Select(_ => _board.AddTask(_section))];
        var behind = _board.AddTask(_section);
        foreach (var task in gone) _board.Do(new { type = "deleteTask", taskId = task });
        var section = _board.State.Section(_section)!;
        var before = section.SteppedOver;

        _board.Do(new { type = "moveTask", taskId = behind, sectionId = _section, afterTaskId = _b });
        var added = _board.AddTask(_section);
        _board.Do(new { type = "moveTask", taskId = _a, sectionId = _section });
        _board.Do(new { type = "deleteTask", taskId = added });
        _board.Do(new { type = "completeTask", taskId = _c });
        Assert.Equal([_b, behind, _c, _a], _board.Order(_section));
        Assert.Equal(before, section.SteppedOver);

        // Only who names an unseen place makes it be looked for.
        _board.Do(new { type = "moveTask", taskId = _b, sectionId = _section, afterTaskId = gone[9] });
        Assert.InRange(section.SteppedOver - before, 1, 12);
    }
}
