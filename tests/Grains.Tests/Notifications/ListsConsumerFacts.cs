using System.Text;
using TaskList.Contracts.Lists;
using TaskList.Contracts.Notifications;
using TaskList.Grains.Notifications;
using Xunit;

namespace TaskList.Grains.Tests.Notifications;

public sealed class ListsConsumerFacts
{
    static readonly Guid List = Guid.NewGuid();
    static readonly Guid TaskId = Guid.NewGuid();
    static readonly Guid A = new("aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa");
    static readonly Guid B = new("bbbbbbbb-bbbb-bbbb-bbbb-bbbbbbbbbbbb");

    readonly FakeGrains _grains;
    readonly ListsConsumer _consumer;
    readonly List<UserEvent> _published = [];

    public ListsConsumerFacts()
    {
        (var factory, _grains) = FakeGrains.New();
        _grains.Card = new ListCard(List, "Shop", 9, null, [new ListMember(A, Role.Owner), new ListMember(B, Role.Editor)], "Milk");
        _consumer = new ListsConsumer(factory, happened =>
        {
            lock (_published) _published.Add(happened);
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task TheOwnerOfANewListHasIt()
    {
        await Consume(1, A, $$"""{"type":"listCreated","name":"Новый","ownerId":"{{A}}"}""");
        Assert.Equal(["a ListSet Новый Owner 1"], _grains.Calls);
        Assert.Equal([new UserEvent(A, null)], _published);
    }

    [Fact]
    public async Task WhoeverJoinsHasTheListUnderItsName()
    {
        await Consume(2, B, $$"""{"type":"memberAdded","userId":"{{B}}","role":"commenter"}""");
        Assert.Equal(["b ListSet Shop Commenter 2"], _grains.Calls);
    }

    [Fact]
    public async Task ARenameReachesEveryMemberWithTheirRole()
    {
        await Consume(3, A, """{"type":"listRenamed","name":"Store"}""");
        Assert.Equal(["a ListSet Store Owner 3", "b ListSet Store Editor 3"], _grains.Calls.Order());
    }

    [Fact]
    public async Task AnotherRoleIsStoredAndToldButNotToOneself()
    {
        await Consume(4, A, $$"""{"type":"memberRoleSet","userId":"{{B}}","role":"viewer"}""");
        await Consume(5, A, $$"""{"type":"memberRoleSet","userId":"{{A}}","role":"editor"}""");
        Assert.Equal(["b ListSet Shop Viewer 4", "b Notify RoleChanged MilkViewer", "a ListSet Shop Editor 5"], _grains.Calls);
    }

    [Fact]
    public async Task BeingRemovedIsToldAndLeavingIsNot()
    {
        await Consume(6, A, $$"""{"type":"memberRemoved","userId":"{{B}}"}""");
        await Consume(7, A, $$"""{"type":"memberRemoved","userId":"{{A}}"}""");
        Assert.Equal(["b ListGone 6", "b Notify RemovedFromList Milk", "a ListGone 7"], _grains.Calls);
    }

    [Fact]
    public async Task AnAssignmentIsToldButNotToOneself()
    {
        await Consume(8, A, $$"""{"type":"assigned","taskId":"{{TaskId}}","userId":"{{B}}"}""", $$"""{"type":"assigned","taskId":"{{TaskId}}","userId":"{{A}}"}""");
        Assert.Equal(["b Notify Assigned Milk"], _grains.Calls);
        var told = Assert.Single(_published).Notification!;
        Assert.Equal((List, "Shop", (Guid?)TaskId, "Milk", (Guid?)A), (told.ListId, told.ListName, told.TaskId, told.TaskTitle, told.ActorId));
    }

    [Fact]
    public async Task ADeletedListLeavesEverybodyAndComesBackToEverybody()
    {
        await Consume(8, A, """{"type":"listDeleted"}""");
        Assert.Equal(["a ListDeleted Shop 8", "b ListGone 8"], _grains.Calls.Order());
        _grains.Calls.Clear();
        await Consume(9, A, """{"type":"listRestored"}""");
        Assert.Equal(["a ListSet Shop Owner 9", "b ListSet Shop Editor 9"], _grains.Calls.Order());
    }

    [Fact]
    public async Task AListThatIsArchivedIsSetAnewForEverybody()
    {
        _grains.Card = _grains.Card! with { ArchivedAt = DateTime.UtcNow };
        await Consume(8, A, """{"type":"listArchived"}""");
        Assert.Equal(["a ListSet Shop Owner 8", "b ListSet Shop Editor 8"], _grains.Calls.Order());
        await Consume(9, A, """{"type":"listUnarchived"}""");
        Assert.Equal(4, _grains.Calls.Count);
    }

    [Fact]
    public async Task ACommentIsToldToFollowersAndAMentionOnceToWhomItNames()
    {
        var comment = Guid.NewGuid();
        _grains.Card = _grains.Card! with { TaskFollowers = [A, B] };
        await Consume(8, A, $$"""{"type":"commentAdded","taskId":"{{TaskId}}","commentId":"{{comment}}","text":"x"}""");
        Assert.Equal(["b Notify Commented Milk"], _grains.Calls);
        _grains.Calls.Clear();
        await Consume(9, A, $$"""{"type":"commentEdited","taskId":"{{TaskId}}","commentId":"{{comment}}","text":"y","mentions":["{{B}}","{{TaskId}}"]}""");
        await Consume(10, A, $$"""{"type":"commentEdited","taskId":"{{TaskId}}","commentId":"{{comment}}","text":"z","mentions":["{{B}}"]}""");
        Assert.Equal(["b Notify Mentioned Milk"], _grains.Calls);
    }

    [Fact]
    public async Task WhoIsAssignedFromTheStartIsToldToo()
    {
        await Consume(8, A, $$"""{"type":"taskAdded","taskId":"{{TaskId}}","assigneeIds":["{{A}}","{{B}}"]}""");
        Assert.Equal(["b Notify Assigned Milk"], _grains.Calls);
    }

    [Fact]
    public async Task ARepeatTellsNobodyAnything()
    {
        string[] events = [$$"""{"type":"memberRoleSet","userId":"{{B}}","role":"viewer"}""", $$"""{"type":"assigned","taskId":"{{TaskId}}","userId":"{{B}}"}"""];
        await Consume(4, A, events);
        var (calls, published) = (_grains.Calls.Count, _published.Count);
        await Consume(4, A, events);
        Assert.Equal((calls, published), (_grains.Calls.Count, _published.Count));
    }

    [Fact]
    public async Task WhatAnOlderReleaseDoesNotKnowIsSkipped()
    {
        await Consume(9, null, """{"type":"somethingNew","userId":7}""", """{"type":"taskMoved"}""");
        Assert.Empty(_grains.Calls);
    }

    Task Consume(long version, Guid? actorId, params string[] events)
    {
        var actor = actorId is { } id ? $"\"{id}\"" : "null";
        var change = $$"""{"listId":"{{List}}","version":{{version}},"actorId":{{actor}},"events":[{{string.Join(',', events)}}]}""";
        return _consumer.Consume(new LoggedChange(default, List, version, DateTime.UtcNow, Encoding.UTF8.GetBytes(change)), CancellationToken.None);
    }
}
