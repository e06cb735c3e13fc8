using TaskList.Contracts.Lists;
using TaskList.Grains.Lists;
using TaskList.Grains.Tests.Lists;

namespace TaskList.Grains.Tests.Search;

/// <summary>Events that a random history brings about seldom or never, written as the log could hold them: what comes back, and what comes and goes between lists.</summary>
static class ForgedEvents
{
    static readonly Guid OtherList = Guid.NewGuid();

    /// <summary>Writes one where the board has something for it.</summary>
    public static void Write(Board board, int kind, int pick)
    {
        if (Make(board.State, board.State.Content.ArchivedAt is null ? kind % 9 : 6, pick) is not { } happened) return;
        var change = new ListChange(board.State.ListId, board.State.Version + 1, Guid.NewGuid(), Board.Owner, board.State.LastAt.AddSeconds(1), [new Undone(1), happened]);
        board.State.Apply(change);
        board.Log.Add(change);
    }

    static ListEvent? Make(ListState state, int kind, int pick)
    {
        var task = state.AllTasks.Where(task => task.IsLive).ElementAtOrDefault(pick);
        var section = state.Sections.FirstOrDefault();
        return kind switch
        {
            0 when state.AllTasks.Select(t => t.Section).FirstOrDefault(s => s.Deleted) is { } gone =>
                new SectionRestored(gone.SectionId, null, "Back", null, [.. gone.Tasks.Select(t => t.ToPicture())]),
            1 when task is not null => new TaskTransferred(task.TaskId, OtherList),
            2 when section is not null => Received(section, Guid.NewGuid(), state.LastNumber + 1),
            3 when section is not null && state.AllTasks.FirstOrDefault(t => t.Content.LeftFor is not null) is { } left && !left.Section.Deleted =>
                Received(section, left.TaskId, state.LastNumber + 1),
            4 when task is not null => new CommentRestored(task.TaskId, null, new CommentPicture(Guid.NewGuid(), null, state.LastAt, $"again {pick}", null, null, null, null)),
            5 when task is not null && state.Labels.Count < 3 => new LabelRestored(Guid.NewGuid(), "back", "red", [task.TaskId]),
            6 => state.Content.ArchivedAt is null ? new ListArchived() : new ListUnarchived(),
            7 => state.Members.Count < 3 ? new MemberAdded(Guid.NewGuid(), Role.Viewer) : new MemberRemoved(state.Members.Keys.First(id => id != Board.Owner)),
            8 when section is not null => new SectionDeleted(section.SectionId),
            _ => null,
        };
    }

    static TaskReceived Received(Section section, Guid taskId, int number) => new(taskId, OtherList, Guid.NewGuid(), section.SectionId, null, number, new TaskPicture(
        taskId, number, "From elsewhere", "words", new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), null, null, 2, null, null, null, null, [Board.Owner], [], null, null,
        [new ChecklistItemPicture(Guid.NewGuid(), "step", false)], [], null));
}
