using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CsCheck;
using TaskList.Contracts.Lists;
using TaskList.Grains.Lists;
using Xunit;

namespace TaskList.Grains.Tests.Lists;

/// <summary>What must hold after any history of all commands by people of all roles.</summary>
public sealed class FullHistoryFacts
{
    static readonly long Histories = Environment.GetEnvironmentVariable("TASKLIST_TEST_TIER") == "all" ? 5_000 : 150;

    static string Bytes(ListState state) => Encoding.UTF8.GetString(state.ToStored().ToBytes());

    [Fact]
    public void HistoriesReachEveryCommandAndEveryEvent()
    {
        const int Enough = 5_000;
        HashSet<string> refusedEverywhere = [.. Step.Types];
        var neverHappened = typeof(ListEvent).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(known => known.DerivedType.Name).ToHashSet();
        var random = new Random(1);
        var fullSectionsBack = 0;
        for (var history = 0; history < Enough && (refusedEverywhere.Count + neverHappened.Count > 0 || fullSectionsBack < 5); history++)
        {
            var board = Step.Play([]);
            for (var n = 0; n < 80; n++)
            {
                var step = Step.From(random);
                if (step.Do(board, Guid.NewGuid()) is null) refusedEverywhere.Remove(step.Type);
            }

            neverHappened.ExceptWith(board.Log.SelectMany(change => change.Events).Select(happened => happened.GetType().Name));
            fullSectionsBack += board.Log.SelectMany(change => change.Events).OfType<SectionRestored>().Count(back => back.Tasks.Count >= Step.Filling);
        }

        Assert.Empty(refusedEverywhere);
        Assert.Empty(neverHappened);
        Assert.InRange(fullSectionsBack, 5, int.MaxValue);
    }

    [Fact]
    public void ReplayFromTheStartAndFromASnapshotGiveTheLiveState() => Gen.Select(Step.History, Gen.Int[0, 80]).Sample((history, kept) =>
    {
        var board = Step.Play(history);
        var from = Math.Min(kept, board.Log.Count);
        var resumed = ListState.FromStored(board.State.ListId, StoredList.FromBytes(board.At(from).ToStored().ToBytes()));
        foreach (var change in board.Log.Skip(from)) resumed.Apply(change);
        return Bytes(board.At(board.State.Version)) == Bytes(board.State) && (from == 0 || Bytes(resumed) == Bytes(board.State));
    }, iter: Histories);

    /// <summary>Clients make the ids. Stamps of the two were kept under one name, and after a restart the one had the other's.</summary>
    [Fact]
    public void AnIdMayNameACommentAndAChecklistItem()
    {
        var (board, id) = (new Board(), Guid.NewGuid());
        var taskId = board.AddTask(board.AddSection());
        board.Do(new { type = "addComment", taskId, commentId = id, text = "said" });
        board.Do(new { type = "editComment", taskId, commentId = id, text = "said better" });
        Assert.Null(board.Do(new { type = "addChecklistItem", taskId, itemId = id, text = "step" }));

        var resumed = ListState.FromStored(board.State.ListId, StoredList.FromBytes(board.State.ToStored().ToBytes()));
        Assert.Equal(Bytes(board.State), Bytes(resumed));

        Assert.Null(board.Do(new { type = "checkChecklistItem", taskId, itemId = id, @checked = true }));
        resumed.Apply(board.Log[^1]);
        Assert.Equal(Bytes(board.State), Bytes(resumed));
    }

    [Fact]
    public void AClientThatKnowsOnlyEventsSeesWhatTheServerSees() => Step.History.Sample(history =>
    {
        var board = Step.Play(history);
        var client = new ClientModel();
        foreach (var change in board.Log) client.Apply(ListJson.Write(change));
        var server = ClientModel.Normalize(ListJson.Write(board.State.ToSnapshot(Guid.Empty)));
        return JsonNode.DeepEquals(client.ToSnapshot(), server);
    }, iter: Histories);

    [Fact]
    public void OrderIsAPermutationOfTheLiveTasksAndCountsAreRight() => Step.History.Sample(history =>
    {
        var state = Step.Play(history).State;
        Guid[] ordered = [.. state.Sections.SelectMany(section => section.Tasks).Select(task => task.TaskId)];
        Guid[] live = [.. state.AllTasks.Where(task => task.IsLive).Select(task => task.TaskId)];
        return ordered.Length == ordered.Distinct().Count() && ordered.Order().SequenceEqual(live.Order())
            && state.TaskCount == live.Length && state.SectionCount == state.Sections.Count() && ChainsHold(state);
    }, iter: Histories);

    /// <summary>What is seen of a section, and what stands before what, is kept beside its order; both must say the same.</summary>
    static bool ChainsHold(ListState state) => state.AllSections.All(section =>
    {
        TaskItem[] seen = [.. section.Places.Where(place => place.Seen).Select(place => place.Task)];
        return section.Tasks.SequenceEqual(seen) && section.Count == seen.Length && section.Resolve(null, null) == seen.LastOrDefault()
            && seen.Select(Section.Before).SequenceEqual(seen.Select((_, i) => i == 0 ? null : seen[i - 1]));
    });

    [Fact]
    public void NumbersAreGivenInOrderAndNeverAgain() => Step.History.Sample(history =>
    {
        var given = Step.Play(history).Log.SelectMany(change => change.Events)
            .Select(happened => happened switch { TaskAdded added => added.Number, TaskReceived received => received.Number, _ => 0 }).Where(number => number > 0);
        return given.Select((number, i) => number == i + 1).All(right => right);
    }, iter: Histories);

    [Fact]
    public void EveryChangeIsReadAndWrittenToTheSameBytes() => Step.History.Sample(history =>
        Step.Play(history).Log.All(change => ListJson.Write(ListJson.ReadChange(ListJson.Write(change))).AsSpan().SequenceEqual(ListJson.Write(change))), iter: Histories);

    [Fact]
    public void DecidingLeavesNoTrace() => Gen.Select(Step.History, Step.Any.Array[20]).Sample((history, tries) =>
    {
        var board = Step.Play(history);
        var before = Bytes(board.State);
        board.OnlyDecides = true;
        foreach (var step in tries) step.Do(board, Guid.NewGuid());
        return Bytes(board.State) == before && ChainsHold(board.State);
    }, iter: Histories);

    /// <summary>Whatever an owner has just done can be taken back, and everybody sees what they saw before.</summary>
    [Fact]
    public void UndoIsTheInverse() => Gen.Select(Step.History, Step.Any.Array[15]).Sample((history, tries) =>
    {
        var board = Step.Play(history);
        foreach (var step in tries.Select(step => step with { Actor = 0 }))
        {
            var before = board.Seen();
            if (step.Do(board, Guid.NewGuid()) is not null || board.UndoLast() is not null || board.Conflicts.Count > 0) continue;
            if (board.Seen() != before) throw new InvalidOperationException($"{step.Type}: {string.Join("; ", board.Log.TakeLast(2).SelectMany(c => c.Events))}\n{before}\n{board.Seen()}");
        }
    }, iter: Histories);

    /// <summary>What others do elsewhere between a change and its undo stays, and nothing else.</summary>
    [Fact]
    public void UndoAfterUnrelatedChangesIsTheInverse() => Gen.Select(Step.History, Step.Any).Sample((history, step) =>
    {
        var (with, without) = (Step.Play(history), Step.Play(history));
        var mine = step with { Actor = 0 };
        if (mine.Type is "undo" || mine.Type.EndsWith("List", StringComparison.Ordinal) || mine.Do(with, new Guid(7, 7, 7, [1, 2, 3, 4, 5, 6, 7, 8])) is not null) return;
        var version = with.State.Version;
        foreach (var board in new[] { with, without })
        {
            var section = new Guid(8, 7, 7, [1, 2, 3, 4, 5, 6, 7, 8]);
            board.Do(new { type = "addSection", sectionId = section, name = "Elsewhere" }, Step.Actors[1]);
            board.Do(new { type = "renameSection", sectionId = section, name = "Far" }, Step.Actors[1]);
            board.Do(new { type = "defineLabel", labelId = section, name = "far", color = "pink" }, Step.Actors[1]);
        }

        if (with.Undo(version) is not null || with.Conflicts.Count > 0) return;
        if (with.Seen() != without.Seen()) throw new InvalidOperationException($"{mine.Type}: {string.Join("; ", with.Log.SelectMany(c => c.Events).TakeLast(8))}\n{without.Seen()}\n{with.Seen()}");
    }, iter: Histories);
}
