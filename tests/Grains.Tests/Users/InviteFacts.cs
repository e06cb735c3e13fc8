using System.Text.Json;
using TaskList.Contracts;
using TaskList.Contracts.Lists;
using TaskList.Contracts.Users;
using Xunit;

namespace TaskList.Grains.Tests.Users;

public sealed class InviteFacts(PeopleCluster people) : IClassFixture<PeopleCluster>
{
    readonly Guid _owner = Guid.NewGuid();
    readonly Guid _guest = Guid.NewGuid();
    readonly Guid _listId = Guid.NewGuid();

    [Fact]
    public async Task GuestWhoTakesAnInviteIsAMemberAndTwiceIsTheSame()
    {
        var invite = await NewInvite(Role.Editor);

        var first = await invite.Accept(_guest);
        await people.ForgetActivations();
        var again = await invite.Accept(_guest);

        Assert.Equal(new InviteAccepted(_listId, Role.Editor, 2), first.Value);
        Assert.Equal(first.Value, again.Value);
        Assert.Equal(1, (await invite.Describe())?.Uses);
        Assert.Equal(Role.Editor, (await List.CheckRole(_guest, Role.Viewer)).Value?.Role);
    }

    [Fact]
    public async Task WhoWasRemovedCannotTakeItAgain()
    {
        var invite = await NewInvite(Role.Editor);
        await invite.Accept(_guest);
        await Owner(new { commandId = Guid.NewGuid(), type = "removeMember", userId = _guest });

        Assert.Equal(Codes.InviteNotFound, (await invite.Accept(_guest)).Refusal?.Code);
        Assert.Equal(Codes.ListNotFound, (await List.CheckRole(_guest, Role.Viewer)).Refusal?.Code);
    }

    [Fact]
    public async Task MemberGainsNothingAndUsesNothingUp()
    {
        var invite = await NewInvite(Role.Viewer, maxUses: 1);

        Assert.Equal(Role.Owner, (await invite.Accept(_owner)).Value?.Role);
        Assert.True((await invite.Accept(_guest)).Ok);
        Assert.Equal(Codes.InviteNotFound, (await invite.Accept(Guid.NewGuid())).Refusal?.Code);
    }

    [Fact]
    public async Task InviteRaisesARoleAndNeverLowersOne()
    {
        await (await NewInvite(Role.Viewer)).Accept(_guest);
        var raised = await (await NewInvite(Role.Editor, newList: false)).Accept(_guest);
        var lowered = await (await NewInvite(Role.Commenter, newList: false)).Accept(_guest);

        Assert.Equal([Role.Editor, Role.Editor], new[] { raised.Value?.Role, lowered.Value?.Role });
    }

    [Fact]
    public async Task ManyGuestsAtOnceStayWithinTheUses()
    {
        var invite = await NewInvite(Role.Viewer, maxUses: 3);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => invite.Accept(Guid.NewGuid())));

        Assert.Equal(3, answers.Count(answer => answer.Ok));
    }

    [Fact]
    public async Task RevokedOrExpiredInviteAdmitsNobodyAndKeepsItsMembers()
    {
        var (revoked, expired) = (await NewInvite(Role.Viewer), await NewInvite(Role.Viewer, newList: false));
        await revoked.Accept(_guest);
        await Invites.Revoke(_owner, revoked.GetPrimaryKey());

        Assert.True((await revoked.Accept(_guest)).Ok);
        Assert.Equal(Codes.InviteNotFound, (await revoked.Accept(Guid.NewGuid())).Refusal?.Code);
        people.Time.PutForward(TimeSpan.FromDays(2));
        Assert.Equal(Codes.InviteNotFound, (await expired.Accept(Guid.NewGuid())).Refusal?.Code);
        Assert.Empty((await Invites.All(_owner)).Value!.Invites);
    }

    [Fact]
    public async Task InviteThatWasNeverMadeIsNotFound() =>
        Assert.Equal(Codes.InviteNotFound, (await people.Grains.GetGrain<IInviteGrain>(Guid.NewGuid()).Accept(_guest)).Refusal?.Code);

    [Fact]
    public async Task OnlyOwnersSeeMakeAndRevokeInvites()
    {
        var invite = await NewInvite(Role.Editor);
        await invite.Accept(_guest);
        var (stranger, expiresAt) = (Guid.NewGuid(), Soon);

        Assert.Equal(Codes.NotAllowed, (await Invites.All(_guest)).Refusal?.Code);
        Assert.Equal(Codes.NotAllowed, (await Invites.Create(_guest, Guid.NewGuid(), Role.Viewer, expiresAt, null)).Refusal?.Code);
        Assert.Equal(Codes.NotAllowed, (await Invites.Revoke(_guest, invite.GetPrimaryKey())).Refusal?.Code);
        Assert.Equal(Codes.ListNotFound, (await Invites.All(stranger)).Refusal?.Code);
        Assert.Equal(Codes.InviteNotFound, (await Invites.Revoke(_owner, Guid.NewGuid())).Refusal?.Code);
    }

    [Theory]
    [InlineData(-1, null, "expiresAt")]
    [InlineData(91, null, "expiresAt")]
    [InlineData(1, 0, "maxUses")]
    [InlineData(1, 1_001, "maxUses")]
    public async Task InviteHasBounds(int days, int? maxUses, string field)
    {
        await NewInvite(Role.Viewer);

        var refused = await Invites.Create(_owner, Guid.NewGuid(), Role.Viewer, Now.AddDays(days), maxUses);
        Assert.Equal(Codes.InvalidField, refused.Refusal?.Code);
        Assert.Contains(field, System.Text.Encoding.UTF8.GetString(refused.Refusal!.Params!.Value.Utf8.Span), StringComparison.Ordinal);
    }

    IListGrain List => people.Grains.GetGrain<IListGrain>(_listId);

    IListInvitesGrain Invites => people.Grains.GetGrain<IListInvitesGrain>(_listId);

    DateTime Now => people.Time.GetUtcNow().UtcDateTime;

    DateTime Soon => Now.AddDays(1);

    async Task<IInviteGrain> NewInvite(Role role, int? maxUses = null, bool newList = true)
    {
        if (newList) Assert.True((await List.Create(_owner, "Plans", [])).Ok);
        var inviteId = Guid.NewGuid();
        Assert.True((await Invites.Create(_owner, inviteId, role, Soon, maxUses)).Ok);
        return people.Grains.GetGrain<IInviteGrain>(inviteId);
    }

    async Task Owner(object command) =>
        Assert.True((await List.Execute(_owner, new RawJson(JsonSerializer.SerializeToUtf8Bytes(command)), null)).Accepted);
}
