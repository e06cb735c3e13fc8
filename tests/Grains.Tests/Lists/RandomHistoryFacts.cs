using System.Text;
using CsCheck;
using TaskList.Contracts.Lists;
using TaskList.Grains.Lists;
using Xunit;

namespace TaskList.Grains.Tests.Lists;

/// <summary>What must hold after any history of commands by anybody.</summary>
public sealed class RandomHistoryFacts
{
    /// <summary>Histories a fact: a hundred, or thousands in the long tier (<c>./test --all</c>).</summary>
    static readonly long Histories = Environment.GetEnvironmentVariable("TASKLIST_TEST_TIER") == "all" ? 5_000 : 100;

    /// <summary>Few ids, so that commands meet each other's items, deleted ones too.</summary>
    static readonly Guid[] Sections = [.. Enumerable.Range(1, 4).Select(Id)];

    static readonly Guid[] Tasks = [.. Enumerable.Range(11, 9).Select(Id)];
    static readonly Guid[] Labels = [.. Enumerable.Range(31, 3).Select(Id)];

    static readonly Gen<object> Command = Gen.Select(Gen.Int[0, 15], Gen.Int[0, 8], Gen.Int[0, 3], Gen.Int[-2, 8]).Select(
        (kind, task, section, anchor) => Make(kind, Tasks[task], Sections[section], anchor, task));

    internal static readonly Gen<object[]> History = Command.Array[1, 60];

    static Guid Id(int n) => new(n, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);

    static object Make(int kind, Guid taskId, Guid sectionId, int anchor, int n)
    {
        Guid? after = anchor < 0 ? null : Tasks[anchor];
        return kind switch
        {
            0 or 1 => anchor == -2
                ? new { type = "addTask", taskId, sectionId, title = $"Task {n} «ё» 😀" }
                : new { type = "addTask", taskId, sectionId, title = $"Task {n}", afterTaskId = after, dueAt = "2026-03-01T10:00:00+03:00" },
            2 or 3 or 4 => anchor == -2
                ? new { type = "moveTask", taskId, sectionId }
                : new { type = "moveTask", taskId, sectionId, afterTaskId = after },
            5 => new { type = "deleteTask", taskId },
            6 => new { type = "restoreTask", taskId },
            7 => new { type = "editTask", taskId, title = $"Edited {anchor}", description = anchor < 0 ? null : "words" },
            8 => new { type = anchor % 2 == 0 ? "completeTask" : "reopenTask", taskId },
            9 => new { type = "addSection", sectionId, name = $"Section {anchor}" },
            10 => new { type = "moveSection", sectionId, afterSectionId = anchor < 0 ? (Guid?)null : Sections[anchor % 4] },
            11 => anchor < 6 ? new { type = "renameSection", sectionId, name = $"Name {anchor}" } : new { type = "deleteSection", sectionId },
            12 => new { type = "defineLabel", labelId = Labels[n % 3], name = $"l{anchor}", color = "teal" },
            13 => new { type = anchor % 2 == 0 ? "addLabel" : "removeLabel", taskId, labelId = Labels[n % 3] },
            14 => new { type = anchor % 2 == 0 ? "assign" : "unassign", taskId, userId = Board.Owner },
            _ => new { type = "addChecklistItem", taskId, itemId = Tasks[n], text = "step", afterItemId = after },
        };
    }

    static Board Play(object[] history)
    {
        var board = new Board();
        foreach (var command in history) board.Do(command);
        return board;
    }

    static string Bytes(ListState state) => Encoding.UTF8.GetString(state.ToStored().ToBytes());

    [Fact]
    public void ReplayFromTheLogGivesTheLiveState() => History.Sample(history =>
    {
        var board = Play(history);
        var replayed = new ListState(board.State.ListId);
        foreach (var change in board.Log) replayed.Apply(change);
        return Bytes(replayed) == Bytes(board.State);
    }, iter: Histories);

    [Fact]
    public void StoredSnapshotGivesTheLiveState() => History.Sample(history =>
    {
        var state = Play(history).State;
        var restored = ListState.FromStored(state.ListId, StoredList.FromBytes(state.ToStored().ToBytes()));
        return Bytes(restored) == Bytes(state)
            && ListJson.Write(restored.ToSnapshot(Guid.Empty)).AsSpan().SequenceEqual(ListJson.Write(state.ToSnapshot(Guid.Empty)));
    }, iter: Histories);

    [Fact]
    public void SnapshotAndTailGiveTheLiveState() => Gen.Select(History, History).Sample((before, after) =>
    {
        var board = Play(before);
        var snapshot = board.State.ToStored().ToBytes();
        var kept = board.Log.Count;
        foreach (var command in after) board.Do(command);

        var resumed = ListState.FromStored(board.State.ListId, StoredList.FromBytes(snapshot));
        foreach (var change in board.Log.Skip(kept)) resumed.Apply(change);
        return Bytes(resumed) == Bytes(board.State);
    }, iter: Histories);

    [Fact]
    public void OrderIsAPermutationOfTheLiveTasks() => History.Sample(history =>
    {
        var state = Play(history).State;
        Guid[] ordered = [.. state.Sections.SelectMany(section => section.Tasks).Select(task => task.TaskId)];
        Guid[] live = [.. Tasks.Where(task => state.Task(task) is not null)];
        return ordered.Length == ordered.Distinct().Count()
            && ordered.Order().SequenceEqual(live.Order())
            && state.TaskCount == live.Length;
    }, iter: Histories);

    /// <summary>A client knows only snapshots and events. Its order is an insert after the neighbour that the event names.</summary>
    [Fact]
    public void InsertAfterTheNamedNeighbourGivesTheGrainsOrder() => History.Sample(history =>
    {
        var board = Play(history);
        Dictionary<Guid, List<Guid>> sections = [];
        foreach (var happened in board.Log.SelectMany(change => change.Events)) ClientOrder.Apply(sections, happened);
        return board.State.Sections.All(section => sections[section.SectionId].SequenceEqual(board.Order(section.SectionId)));
    }, iter: Histories);
}
