using TaskList.Contracts.Lists;
using TaskList.Contracts.Search;
using TaskList.Grains.Search;
using TaskList.Grains.Tests.Lists;
using Xunit;

namespace TaskList.Grains.Tests.Search;

public sealed class MyTasksFacts(SearchWorld world) : IClassFixture<SearchWorld>
{
    readonly Guid _me = Guid.NewGuid();
    readonly Board _home = new(Guid.NewGuid());
    readonly Board _work = new(Guid.NewGuid());

    [Fact]
    public async Task MineAndWhatIsDueComeByDueDateOverAllLists()
    {
        Task(_home, "late", due: "2026-03-09T00:00:00Z");
        Task(_work, "soon", due: "2026-03-01T00:00:00Z");
        Task(_home, "mine", mine: true);
        Task(_home, "mine and due", due: "2026-03-05T00:00:00Z", mine: true);
        Task(_work, "neither");
        await Follow();

        Assert.Equal(["soon", "mine and due", "late", "mine"], await Titles(new(false, null, false, 20, null)));
        Assert.Equal(["mine and due", "mine"], await Titles(new(true, null, false, 20, null)));
        Assert.Equal(["soon", "mine and due"], await Titles(new(false, Day(5), false, 20, null)));
        Assert.Equal(["mine and due"], await Titles(new(true, Day(5), false, 20, null)));
    }

    [Fact]
    public async Task CompletedOnesComeOnlyWhenAskedFor()
    {
        var taskId = Task(_home, "done", mine: true);
        _home.Do(new { type = "completeTask", taskId });
        await Follow();
        Assert.Empty(await Titles(new(true, null, false, 20, null)));
        Assert.Equal(["done"], await Titles(new(true, null, true, 20, null)));
    }

    [Fact]
    public async Task ArchivedListsAreLeftOut()
    {
        Task(_home, "frozen", mine: true);
        Task(_work, "alive", mine: true);
        _home.Do(new { type = "archiveList" });
        await Follow();
        Assert.Equal(["alive"], await Titles(new(true, null, false, 20, null)));
    }

    [Fact]
    public async Task PagesFollowEachOtherWithoutGapsOrRepeats()
    {
        for (var i = 0; i < 9; i++) Task(i % 2 == 0 ? _home : _work, $"{i}", due: i < 6 ? $"2026-03-0{1 + (i / 3)}T00:00:00Z" : null, mine: true);
        await Follow();
        List<string> paged = [];
        (DateTime?, Guid, Guid)? after = null;
        while (await world.Queries.MyTasks(_me, new(true, null, false, 2, null), after) is { Count: > 0 } page)
        {
            paged.AddRange(page.Take(2).Select(task => task.Title));
            var last = page[Math.Min(1, page.Count - 1)];
            Assert.True(PageMark.TryReadTime(PageMark.Of(PageMark.OfTime(last.DueAt), last.TaskId, last.ListId), out var place));
            after = place;
        }

        Assert.Equal(await Titles(new(true, null, false, 20, null)), paged);
        Assert.Equal(9, paged.Count);
    }

    static DateTime Day(int day) => new(2026, 3, day, 0, 0, 0, DateTimeKind.Utc);

    Guid Task(Board board, string title, string? due = null, bool mine = false)
    {
        if (!board.State.Members.ContainsKey(_me)) board.Join(_me, Role.Editor);
        var (taskId, sectionId) = (Guid.NewGuid(), board.State.Sections.FirstOrDefault()?.SectionId ?? board.AddSection());
        Assert.Null(board.Do(due is null ? new { type = "addTask", taskId, sectionId, title } : new { type = "addTask", taskId, sectionId, title, dueAt = due }));
        if (mine) Assert.Null(board.Do(new { type = "assign", taskId, userId = _me }));
        return taskId;
    }

    async Task Follow()
    {
        await world.Follow(_home);
        await world.Follow(_work);
    }

    async Task<string[]> Titles(MyTasksRequest request) => [.. (await world.Queries.MyTasks(_me, request, null)).Select(task => task.Title)];
}
