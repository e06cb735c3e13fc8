using CsCheck;
using TaskList.Contracts.Lists;
using TaskList.Contracts.Search;
using TaskList.Grains.Search;
using TaskList.Grains.Tests.Lists;
using Xunit;

namespace TaskList.Grains.Tests.Search;

/// <summary>What a search finds, in which order, and what it must not show.</summary>
public sealed class FindFacts(SearchWorld world) : IClassFixture<SearchWorld>
{
    readonly Guid _reader = Guid.NewGuid();
    readonly Board _board = new(Guid.NewGuid());

    [Theory]
    [InlineData("Купить молоко", "молока")]
    [InlineData("Купить молоко", "мол")]
    [InlineData("Отчёт за май", "отчет")]
    [InlineData("Отчет за май", "отчётов")]
    [InlineData("Running shoes", "run")]
    [InlineData("Running shoes", "runni")]
    [InlineData("Running shoes", "shoe running")]
    [InlineData("Kubernetes: обновить кластер", "кластеры kube")]
    [InlineData("The end", "the")]
    [InlineData("Fix the login page", "\"login page\"")]
    [InlineData("Fix the login page", "logout or login")]
    [InlineData("Fix the login page", "login -logout")]
    public async Task AWordIsFoundInItsFormsAndByItsBeginning(string title, string typed)
    {
        await Task(title);
        Assert.Equal([title], await Titles(typed));
    }

    [Theory]
    [InlineData("Fix the login page", "logout")]
    [InlineData("Fix the login page", "\"page login\"")]
    [InlineData("Fix the login page", "login -page")]
    [InlineData("Fix the login page", "ogin")]
    [InlineData("Fix the login page", "' & | ! <-> :* ( \\")]
    [InlineData("Fix the login page", "\"")]
    public async Task WhatDoesNotMatchIsNotFound(string title, string typed)
    {
        await Task(title);
        Assert.Empty(await Titles(typed));
    }

    /// <summary>Whatever is typed, Postgres is asked something that it understands.</summary>
    [Fact]
    public Task NothingThatIsTypedBreaksTheSearch() =>
        Gen.Frequency((4, Gen.Char["ab ё-я'\"!&|()<>:*\\ ,.#_@/%\0\t7９²ßİ字\u0301\u200d"]), (1, Gen.Char)).Array[1, 24].SampleAsync(
            async typed => Assert.NotNull(await Find(new string(typed))), iter: 300, threads: 2);

    [Fact]
    public async Task TheTitleCountsMoreThanTheDescriptionAndThatMoreThanComments()
    {
        var commented = await Task("Third");
        _board.Do(new { type = "addComment", taskId = commented, commentId = Guid.NewGuid(), text = "budget budget budget" });
        await Task("Second", "the budget, the budget and the budget");
        await Task("First budget");
        Assert.Equal(["First budget", "Second", "Third"], await Titles("budget"));
    }

    [Fact]
    public async Task TheSnippetShowsWordsAroundTheFind()
    {
        await Task("Plan", string.Concat(Enumerable.Repeat("filler words here ", 40)) + "and <b>milestones</b> at last");
        var found = Assert.Single(await Find("milestone"));
        Assert.Contains("milestones", found.Task.Snippet, StringComparison.Ordinal);
        Assert.InRange(found.Task.Snippet!.Length, 1, 300);
    }

    [Fact]
    public async Task ATaskIsFoundByItsNumber()
    {
        var title = "Nothing in common";
        await Task(title);
        var key = _board.State.Content.Key;
        Assert.Equal([title], await Titles($"{key}-1"));
        Assert.Equal([title], await Titles($"{key!.ToLowerInvariant()}-1"));
        Assert.Equal([title], await Titles("#1"));
        Assert.Empty(await Titles("QQQ-1"));
        Assert.Empty(await Titles("#2"));
    }

    [Fact]
    public async Task PagesFollowEachOtherWithoutGapsOrRepeats()
    {
        for (var i = 0; i < 7; i++) await Task($"Page {i}", i % 2 == 0 ? "page" : null);
        var all = await Titles("page");
        List<string> paged = [];
        (float, Guid, Guid)? after = null;
        while (await world.Queries.Find(_reader, SearchText.Parse("page"), 2, after) is { Count: > 0 } page)
        {
            paged.AddRange(page.Take(2).Select(found => found.Task.Title));
            var (last, rank) = page[Math.Min(1, page.Count - 1)];
            Assert.True(PageMark.TryReadRank(PageMark.Of(PageMark.OfRank(rank), last.TaskId, last.ListId), out var place));
            after = place;
        }

        Assert.Equal(7, all.Length);
        Assert.Equal(all, paged);
    }

    [Fact]
    public async Task NobodyFindsWhatIsInListsOfOthers()
    {
        await Task("Secret");
        Assert.Empty(await world.Queries.Find(Guid.NewGuid(), SearchText.Parse("secret"), 20, null));
    }

    [Fact]
    public async Task WhoeverWasRemovedFindsNothingEvenBeforeTheTablesKnow()
    {
        await Task("Secret");
        await Titles("secret");
        _board.Do(new { type = "removeMember", userId = _reader });
        await world.Follow(_board, index: false);
        Assert.Empty(await Find("secret"));
        Assert.Empty(await world.Queries.MyTasks(_reader, new MyTasksRequest(false, null, true, 20, null), null));
        Assert.Single(await world.Queries.Find(Board.Owner, SearchText.Parse("secret"), 100, null), found => found.Task.ListId == _board.State.ListId);

        await world.Follow(_board);
        Assert.Empty(await Find("secret"));
    }

    [Fact]
    public async Task ADeletedListIsNotFoundEvenBeforeTheTablesKnow()
    {
        await Task("Gone");
        Assert.Single(await Titles("gone"));
        _board.Do(new { type = "deleteList" });
        await world.Follow(_board, index: false);
        Assert.Empty(await Find("gone"));
        await world.Follow(_board);
        Assert.Empty(await Find("gone"));
    }

    [Fact]
    public async Task AnArchivedListIsFoundAndSaysSo()
    {
        await Task("Old");
        _board.Do(new { type = "archiveList" });
        await world.Follow(_board);
        Assert.NotNull(Assert.Single(await Find("old")).Task.ListArchivedAt);
    }

    async Task<Guid> Task(string title, string? description = null)
    {
        if (!_board.State.Members.ContainsKey(_reader)) _board.Join(_reader, Role.Viewer);
        var (taskId, sectionId) = (Guid.NewGuid(), _board.State.Sections.FirstOrDefault()?.SectionId ?? _board.AddSection());
        Assert.Null(_board.Do(description is null
            ? new { type = "addTask", taskId, sectionId, title }
            : new { type = "addTask", taskId, sectionId, title, description }));
        await world.Follow(_board);
        return taskId;
    }

    async Task<string[]> Titles(string typed)
    {
        await world.Follow(_board);
        return [.. (await Find(typed)).Select(found => found.Task.Title)];
    }

    Task<List<(FoundTask Task, float Rank)>> Find(string typed) => world.Queries.Find(_reader, SearchText.Parse(typed), 20, null);
}
