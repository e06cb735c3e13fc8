using CsCheck;
using TaskList.Contracts.Lists;
using TaskList.Grains.Search;
using TaskList.Grains.Tests.Lists;
using TaskList.Grains.Tests.Notifications;
using Xunit;

namespace TaskList.Grains.Tests.Search;

/// <summary>The tables say what the list says, whatever happened to it and however often the follower stumbled.</summary>
public sealed class SearchTablesFacts(SearchWorld world) : IClassFixture<SearchWorld>
{
    static readonly long Histories = Environment.GetEnvironmentVariable("TASKLIST_TEST_TIER") == "all" ? 2_000 : 200;

    /// <summary>After every third command or so something is forged, and the consumer is handed what there is, sometimes again, sometimes a new consumer.</summary>
    static readonly Gen<(object[] Commands, int[] Dice)> Played = Gen.Select(RandomHistoryFacts.History, Gen.Int[0, 1_000].Array[60]);

    [Fact]
    public Task AfterAnyHistoryTheRowsAreTheListsLiveTasks() => Played.SampleAsync(async played =>
    {
        var board = new Board(Guid.NewGuid());
        var consumer = world.NewConsumer();
        for (var i = 0; i < played.Commands.Length; i++)
        {
            var dice = played.Dice[i];
            board.Do(played.Commands[i]);
            if (dice % 3 == 0) ForgedEvents.Write(board, dice / 3, dice % 5);
            if (dice % 4 != 0) continue;

            await world.Follow(board, index: false);
            if (dice % 5 == 0) consumer = world.NewConsumer();
            await world.HandOver(consumer, dice % 7 == 0 ? board.Log : [board.Log[^1]]);
        }

        await world.Follow(board, index: false);
        await world.HandOver(consumer, board.Log[^1]);
        Assert.Equal(await world.Rows(board.State), await world.Rows(board.State.ListId));
    }, iter: Histories, threads: 2);

    [Fact]
    public async Task ADeletedSectionTakesItsTasksOutAndBringsThemBack()
    {
        var board = new Board(Guid.NewGuid());
        var sectionId = board.AddSection();
        board.AddTask(sectionId);
        board.AddTask(sectionId);
        await world.Follow(board);
        Assert.Equal(2, await world.Postgres.Count("search_task", board.State.ListId));

        board.Do(new { type = "deleteSection", sectionId });
        await world.Follow(board);
        Assert.Equal(0, await world.Postgres.Count("search_task", board.State.ListId));

        ForgedEvents.Write(board, 0, 0);
        await world.Follow(board);
        Assert.Equal(2, await world.Postgres.Count("search_task", board.State.ListId));
    }

    [Fact]
    public async Task TwoConsumersAtOnceLeaveTheRowsOfOne()
    {
        var board = new Board(Guid.NewGuid());
        var sectionId = board.AddSection();
        var (one, other) = (world.NewConsumer(), world.NewConsumer());
        for (var i = 0; i < 40; i++)
        {
            board.AddTask(sectionId);
            await world.Follow(board, index: false);
            await Task.WhenAll(world.HandOver(one, board.Log[^1]), world.HandOver(other, board.Log[^1]));
        }

        Assert.Equal(await world.Rows(board.State), await world.Rows(board.State.ListId));
    }

    [Fact]
    public async Task WhoeverIsLateDoesNotTurnTheRowsBack()
    {
        var board = new Board(Guid.NewGuid());
        board.AddTask(board.AddSection());
        await world.Follow(board);
        var late = await world.NewHeads().Advance(board.State.ListId, 1);
        var from = board.State.Version;
        board.AddTask(board.State.Sections.First().SectionId);
        await world.Follow(board);

        Assert.False(await new SearchTables(world.Postgres).Write(late.State, 0, late.Touched));
        Assert.False(await new SearchTables(world.Postgres).Write(late.State, from, late.Touched));
        Assert.Equal(await world.Rows(board.State), await world.Rows(board.State.ListId));
    }

    [Fact]
    public async Task WhatWasSweptAwayIsMadeAnewWhenTheLogIsReadFromItsBeginning()
    {
        var board = new Board(Guid.NewGuid());
        board.AddTask(board.AddSection());
        await world.Follow(board, index: false);
        var consumer = world.NewConsumer();
        await world.HandOver(consumer, board.Log);

        await using (var sweep = world.Postgres.CreateCommand("UPDATE search_list SET format = 0; DELETE FROM search_task"))
            await sweep.ExecuteNonQueryAsync();
        await consumer.Consume(new(default, board.State.ListId, 1, default, default), CancellationToken.None);
        Assert.Equal(await world.Rows(board.State), await world.Rows(board.State.ListId));
    }

    [Fact]
    public async Task AChangeThatCannotBeReadHoldsUpNoOtherList()
    {
        var (strange, plain) = (new Board(Guid.NewGuid()), new Board(Guid.NewGuid()));
        await world.Follow(strange);
        await world.Postgres.Plant(strange.State.ListId, 2, """{"events":[{"type":"fromTheFuture"}]}""");
        await world.Follow(plain, index: false);

        var consumer = world.NewConsumer();
        var unread = new ListChange(strange.State.ListId, 2, Guid.NewGuid(), null, DateTime.UtcNow, []);
        await world.HandOver(consumer, unread, plain.Log[^1]);
        Assert.Equal(await world.Rows(plain.State), await world.Rows(plain.State.ListId));
        Assert.Equal(await world.Rows(strange.State), await world.Rows(strange.State.ListId));
    }
}
