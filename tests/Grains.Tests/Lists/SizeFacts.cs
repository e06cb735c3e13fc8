using TaskList.Contracts.Lists;
using TaskList.Grains.Lists;
using Xunit;

namespace TaskList.Grains.Tests.Lists;

/// <summary>Alone: what other tests leave to the garbage collector meanwhile would be counted, too.</summary>
[Collection(Name)]
public sealed class SizeFacts
{
    public const string Name = "Alone";

    /// <summary>A full list of ordinary tasks: each was edited and moved, and wears a label.</summary>
    [Fact]
    public void TaskTakesAtMostTwoKibibytesOfMemory()
    {
        var (section, label, owner) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var state = new ListState(Guid.NewGuid());
        var version = 0L;
        Apply(new ListCreated("Full", owner, "FULL"), new SectionAdded(section, "To do", null), new LabelDefined(label, "bug", "red"));

        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var number = 1; number <= ListLimits.Tasks; number++)
        {
            var id = Guid.CreateVersion7();
            Apply(new TaskAdded(id, section, number, $"Something to be done, number {number}", null, null, null, null, null, null, null, [label], null, null));
            Apply(new TaskEdited(id, Description: $"A few words about the task with the number {number}", Priority: 2, DueAt: DateTime.UnixEpoch.AddDays(number)));
            Apply(new TaskMoved(id, section, null));
        }

        var each = (GC.GetTotalMemory(forceFullCollection: true) - before) / ListLimits.Tasks;
        Assert.InRange(each, 1, 2_048);
        Assert.Equal(ListLimits.Tasks, state.TaskCount);

        void Apply(params ListEvent[] events) => state.Apply(new ListChange(state.ListId, ++version, Guid.NewGuid(), owner, DateTime.UnixEpoch, events));
    }
}

[CollectionDefinition(SizeFacts.Name, DisableParallelization = true)]
public sealed class AloneCollection;
