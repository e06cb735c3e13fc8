using TaskList.Contracts;
using TaskList.Contracts.Lists;
using TaskList.Contracts.Notifications;
using TaskList.Contracts.Users;
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
    public async Task ListsAndInboxOutliveTheActivation()
    {
        var user = people.User(Guid.NewGuid());
        var listId = Guid.NewGuid();
        var note = new Notification(Guid.NewGuid(), NotificationKind.RoleChanged, listId, "Планы", null, null, Role.Editor, Guid.NewGuid(), At, Read: false);
        Assert.True(await user.ListSet(listId, "Планы", Role.Editor, 4, At));
        Assert.True(await user.Notify(note));
        await people.ForgetActivations();

        Assert.False(await user.ListSet(listId, "Планы", Role.Editor, 4, At));
        Assert.False(await user.Notify(note));
        Assert.Equal([new MyList(listId, "Планы", Role.Editor, At)], await user.Lists());
        Assert.Equal([note], await user.Inbox());
        Assert.True(await user.ListGone(listId, 5));
        Assert.Empty(await user.Lists());
    }
}
