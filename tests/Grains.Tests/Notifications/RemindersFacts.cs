using Microsoft.Extensions.Logging.Abstractions;
using TaskList.Contracts.Lists;
using TaskList.Contracts.Notifications;
using TaskList.Grains.Notifications;
using TaskList.Grains.Tests.Lists;
using TaskList.Grains.Tests.Search;
using Xunit;

namespace TaskList.Grains.Tests.Notifications;

/// <summary>From a list's log through the follower's tables to people, under a clock that the test moves.</summary>
public sealed class RemindersFacts : IClassFixture<SearchWorld>, IAsyncLifetime
{
    readonly Guid _a = Named('a');
    readonly Guid _b = Named('b');
    readonly SearchWorld _world;
    readonly ShiftedTime _time = new();
    readonly DateTime _began = DateTime.UtcNow;
    readonly Board _board = new(Guid.NewGuid());
    readonly Guid _section;
    readonly FakeGrains _grains;
    readonly IGrainFactory _factory;
    readonly List<UserEvent> _published = [];

    public RemindersFacts(SearchWorld world)
    {
        _world = world;
        (_factory, _grains) = FakeGrains.New();
        _grains.Describe = Describe;
        _section = _board.AddSection();
        _board.Join(_a, Role.Editor);
        _board.Join(_b, Role.Editor);
    }

    /// <summary>What other facts left behind is none of this one's.</summary>
    public async ValueTask InitializeAsync() => await Run("DELETE FROM reminder; DELETE FROM reminder_choice");

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task WhoeverIsAssignedOrWatchesIsToldAnHourBeforeAndOnce()
    {
        var task = Add(hours: 2, _a);
        _board.Do(new { type = "watchTask", taskId = task }, _b);
        await Follow();
        await Round(told: 0);
        _time.PutForward(TimeSpan.FromMinutes(61));
        await Round(told: 2);
        Assert.Equal(["a Notify Due Task", "b Notify Due Task"], _grains.Calls.Order());
        var news = _published[0].Notification!;
        Assert.Equal((NotificationKind.Due, (Guid?)task, null), (news.Kind, news.TaskId, news.ActorId));
        Assert.Equal(_board.State.AnyTask(task)!.Content.DueAt!.Value, news.DueAt!.Value, TimeSpan.FromMilliseconds(1));
        await Round(told: 0);
    }

    [Fact]
    public async Task ARoundThatBrokeOffTellsNobodyTwice()
    {
        Add(hours: 0.5, _a);
        await Follow();
        await Round(told: 1);
        await Run("UPDATE reminder SET told_at = NULL");
        await Round(told: 0);
    }

    [Fact]
    public async Task WhatMovesCountsAtItsNewTimeOnly()
    {
        var (later, sooner) = (Add(hours: 2, _a), Add(hours: 30, _a, "Sooner"));
        await Follow();
        Due(later, 26);
        Due(sooner, 2);
        await Follow();
        _time.PutForward(TimeSpan.FromMinutes(61));
        await Round(told: 1);
        Assert.Equal(["a Notify Due Sooner"], _grains.Calls);
        _time.PutForward(TimeSpan.FromHours(24));
        await Round(told: 1);
        Due(later, -22);
        await Follow();
        await Round(told: 0);
    }

    [Fact]
    public async Task ATimeThatComesBackCountsAgainUnlessItWasTold()
    {
        var task = Add(hours: 0.5, _a);
        await Follow();
        Due(task, 40);
        await Round(told: 0);
        await Follow();
        Due(task, 0.5);
        await Follow();
        await Round(told: 1);
        Due(task, 40);
        await Follow();
        Due(task, 0.5);
        await Follow();
        await Round(told: 0);
    }

    [Fact]
    public async Task EverybodyIsToldWhenTheyWant()
    {
        var table = new ReminderTable(_world.Postgres);
        await table.Choose(_a, TimeSpan.FromDays(1));
        Add(hours: 23, _a, "Day");
        Add(hours: 23, _b, "Hour");
        await Follow();
        await Round(told: 1);
        Assert.Equal(["a Notify Due Day"], _grains.Calls);
        await table.Choose(_b, TimeSpan.Zero);
        _time.PutForward(TimeSpan.FromMinutes((22 * 60) + 30));
        await Round(told: 0);
        await table.Choose(_b, null);
        _time.PutForward(TimeSpan.FromHours(1));
        await Round(told: 0);
        await table.Choose(_b, ReminderChoice.UsualLead);
        await Round(told: 1);
    }

    [Fact]
    public async Task NobodyIsToldOfWhatNoLongerConcernsThem()
    {
        var done = Add(hours: 0.5, _a);
        var taken = Add(hours: 0.5, _a);
        var deleted = Add(hours: 0.5, _a);
        Add(hours: 0.5, _b);
        await Follow();
        _board.Do(new { type = "completeTask", taskId = done });
        _board.Do(new { type = "unassign", taskId = taken, userId = _a });
        _board.Do(new { type = "deleteTask", taskId = deleted });
        _board.Do(new { type = "removeMember", userId = _b });
        await Round(told: 0);

        // And of what does again.
        await Follow();
        _board.Do(new { type = "reopenTask", taskId = done });
        await Follow();
        _board.Do(new { type = "archiveList" });
        await Round(told: 0);
    }

    [Fact]
    public async Task AReopenedTaskIsToldOf()
    {
        var task = Add(hours: 0.5, _a);
        await Follow();
        _board.Do(new { type = "completeTask", taskId = task });
        await Round(told: 0);
        await Follow();
        _board.Do(new { type = "reopenTask", taskId = task });
        await Follow();
        await Round(told: 1);
    }

    [Fact]
    public async Task WhatWasOverdueWhenItWasWrittenIsNoNews()
    {
        _board.Do(new { type = "addTask", taskId = Guid.NewGuid(), sectionId = _section, title = "Old", dueAt = "2025-12-31T23:59:00Z", assigneeIds = new[] { _a } });
        await Follow();
        Assert.Equal(0, await _world.Postgres.Count("reminder", _board.State.ListId));
    }

    [Fact]
    public async Task AListThatCannotBeAskedHoldsUpNoOther()
    {
        var other = new Board(Guid.NewGuid());
        var section = other.AddSection();
        other.Join(_b, Role.Editor);
        other.Do(new { type = "addTask", taskId = Guid.NewGuid(), sectionId = section, title = "Broken", dueAt = At(0.4), assigneeIds = new[] { _b } });
        await _world.Follow(other);
        Add(hours: 0.5, _a);
        await Follow();
        _grains.Describe = (listId, taskId) => listId == _board.State.ListId ? Describe(listId, taskId) : throw new TimeoutException();
        await Round(told: 1);
        Assert.Equal(["a Notify Due Task"], _grains.Calls);
    }

    async Task Round(int told)
    {
        var before = _published.Count;
        var reminders = new Reminders(_factory, new ReminderTable(_world.Postgres), Publish, _time, NullLogger<Reminders>.Instance);
        Assert.False(await reminders.Round(CancellationToken.None));
        Assert.Equal(told, _published.Count - before);
    }

    Task Publish(UserEvent happened)
    {
        lock (_published) _published.Add(happened);
        return Task.CompletedTask;
    }

    Task Follow() => _world.Follow(_board);

    async Task Run(string sql)
    {
        await using var command = _world.Postgres.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    Guid Add(double hours, Guid assignee, string title = "Task")
    {
        var taskId = Guid.NewGuid();
        Assert.Null(_board.Do(new { type = "addTask", taskId, sectionId = _section, title, dueAt = At(hours), assigneeIds = new[] { assignee } }));
        return taskId;
    }

    void Due(Guid taskId, double hours) => Assert.Null(_board.Do(new { type = "editTask", taskId, dueAt = At(hours) }));

    /// <summary>From the moment the test began, so that the same number is the same time.</summary>
    string At(double hours) => (_began + TimeSpan.FromHours(hours)).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", System.Globalization.CultureInfo.InvariantCulture);


    /// <summary>As the list's grain does.</summary>
    ListCard? Describe(Guid listId, Guid? taskId)
    {
        var (state, item) = (_board.State, _board.State.AnyTask(taskId!.Value)!);
        return new ListCard(
            listId, state.Name, state.Version, null, [.. state.Members.Select(member => new ListMember(member.Key, member.Value))], item.Content.Title,
            [.. item.Content.Assignees.Union(item.Content.Watchers)], item.IsLive && item.Content.CompletedAt is null ? item.Content.DueAt : null,
            state.Content.ArchivedAt, state.Content.DeletedAt is not null);
    }

    static Guid Named(char letter) => new($"{letter}{Guid.NewGuid().ToString()[1..]}");
}
