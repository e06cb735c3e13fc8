using System.Runtime.CompilerServices;
using TaskList.Contracts.Lists;
using TaskList.Grains.Lists;
using Xunit;

namespace TaskList.Grains.Tests.Lists;

/// <summary>Alone: what other tests leave to the garbage collector meanwhile would be counted, too.</summary>
[Collection(Name)]
public sealed class SizeFacts
{
    public const string Name = "Alone";
    const int Attempts = 10;

    /// <summary>
    /// Weighed is what the heap grows by, and believed only where it shrinks by the same (within a twentieth) when the list is let go: what ended tests held may leave at any time.
    /// </summary>
    [Fact]
    public void TaskTakesAtMostTwoKibibytesOfMemory()
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var before = Settled();
            var held = WithAFullList();
            var after = Settled();
            if (Math.Abs(after - before) > Math.Abs(held - before) / 20) continue;
            Assert.InRange((held - before) / ListLimits.Tasks, 1, 2_048);
            return;
        }

        Assert.Fail("The heap did not come to rest.");
    }

    /// <summary>A full list of ordinary tasks: each was edited and moved, and wears a label.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    static long WithAFullList()
    {
        var (section, label, owner) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var state = new ListState(Guid.NewGuid());
        var version = 0L;
        Apply(new ListCreated("Full", owner, "FULL"), new SectionAdded(section, "To do", null), new LabelDefined(label, "bug", "red"));
        for (var number = 1; number <= ListLimits.Tasks; number++)
        {
            var id = Guid.CreateVersion7();
            Apply(new TaskAdded(id, section, number, $"Something to be done, number {number}", null, null, null, null, null, null, null, [label], null, null));
            Apply(new TaskEdited(id, Description: $"A few words about the task with the number {number}", Priority: 2, DueAt: DateTime.UnixEpoch.AddDays(number)));
            Apply(new TaskMoved(id, section, null));
        }

        var held = Settled();
        Assert.Equal(ListLimits.Tasks, state.TaskCount);
        return held;

        void Apply(params ListEvent[] events) => state.Apply(new ListChange(state.ListId, ++version, Guid.NewGuid(), owner, DateTime.UnixEpoch, events));
    }

    static long Settled()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}

[CollectionDefinition(SizeFacts.Name, DisableParallelization = true)]
public sealed class AloneCollection;
