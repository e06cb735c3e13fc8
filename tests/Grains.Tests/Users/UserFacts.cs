using TaskList.Contracts;
using TaskList.Contracts.Lists;
using TaskList.Contracts.Notifications;
using TaskList.Contracts.Users;
using TaskList.Grains.Users;
using Xunit;

namespace TaskList.Grains.Tests.Users;

public sealed class UserFacts(PeopleCluster people) : IClassFixture<PeopleCluster>
{
    static readonly DateTime At = new(2026, 11, 22, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task UserWhoNeverRegisteredHasNoProfile()
    {
        var nobody = people.User(Guid.NewGuid());

        Assert.Null(await nobody.Profile());
        Assert.Equal(Codes.NotFound, (await nobody.Update(new ProfilePatch("Ada"))).Refusal?.Code);
    }

    [Fact]
    public async Task ProfileChangesOnlyWhatIsNamed()
    {
        var user = (await people.Register(PeopleCluster.NewEmail())).User;

        var changed = await people.User(user.UserId).Update(new ProfilePatch(DisplayName: "  Ада  ", Language: "ru"));
        await people.ForgetActivations();

        Assert.Equal(user with { DisplayName = "Ада", Language = "ru" }, changed.Value);
        Assert.Equal(changed.Value, await people.User(user.UserId).Profile());
    }

    [Fact]
    public async Task SavedViewsAreKeptChangedAndForgotten()
    {
        var userId = (await people.Register(PeopleCluster.NewEmail())).User.UserId;
        var user = people.User(userId);
        var view = new SavedView(Guid.NewGuid(), Guid.NewGuid(), "  Мои срочные ", "who=me&priority=1");
        var other = view with { ViewId = Guid.NewGuid(), Name = "Week" };
        Assert.Equal(view with { Name = "Мои срочные" }, (await user.SaveView(view)).Value);
        Assert.True((await user.SaveView(view)).Ok);
        Assert.True((await user.SaveView(other)).Ok);
        await people.ForgetActivations();

        Assert.Equal([view with { Name = "Мои срочные" }, other], await people.User(userId).Views());
        await people.User(userId).SaveView(view with { Name = "Срочные" });
        await people.User(userId).RemoveView(other.ViewId);
        await people.ForgetActivations();
        Assert.Equal([view with { Name = "Срочные" }], await people.User(userId).Views());
        Assert.Equal(Codes.NotFound, (await people.User(Guid.NewGuid()).SaveView(view)).Refusal?.Code);
    }

    [Fact]
    public void SavedViewsHaveBounds()
    {
        List<SavedView> views = [];
        var view = new SavedView(Guid.NewGuid(), Guid.NewGuid(), "Week", "due=week");
        Assert.Equal(Codes.Blank, SavedViewRules.Put(views, view with { Name = " " }).Refusal?.Code);
        Assert.Equal(Codes.TooLong, SavedViewRules.Put(views, view with { Name = new string('x', 257) }).Refusal?.Code);
        Assert.Equal(Codes.TooLong, SavedViewRules.Put(views, view with { Query = new string('x', SavedViewRules.LongestQuery + 1) }).Refusal?.Code);
        Assert.Equal(Codes.InvalidField, SavedViewRules.Put(views, view with { Query = "q=a\nb" }).Refusal?.Code);
        for (var count = 0; count < SavedViewRules.Most; count++) Assert.True(SavedViewRules.Put(views, view with { ViewId = Guid.NewGuid() }).Ok);
        Assert.Equal(Codes.LimitReached, SavedViewRules.Put(views, view).Refusal?.Code);
        Assert.True(SavedViewRules.Put(views, views[0] with { Name = "Other" }).Ok);
    }

    [Fact]
    public async Task ListsAndInboxOutliveTheActivation()
    {
        var user = people.User(Guid.NewGuid());
        var listId = Guid.NewGuid();
        var note = new Notification(Guid.NewGuid(), NotificationKind.RoleChanged, listId, "Планы", null, null, Role.Editor, Guid.NewGuid(), At, Read: false);
        Assert.True(await user.ListSet(listId, "Планы", Role.Editor, 4, At, null));
        Assert.True(await user.Notify(note));
        await people.ForgetActivations();

        Assert.False(await user.ListSet(listId, "Планы", Role.Editor, 4, At, null));
        Assert.False(await user.Notify(note));
        Assert.Equal([new MyList(listId, "Планы", Role.Editor, At)], await user.Lists());
        Assert.Equal([note], await user.Inbox());
        Assert.True(await user.ListGone(listId, 5));
        Assert.Empty(await user.Lists());
    }
}
