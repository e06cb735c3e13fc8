using TaskList.Contracts;
using TaskList.Contracts.Auth;
using Xunit;

namespace TaskList.Grains.Tests.Auth;

public sealed class SessionFacts(PeopleCluster people) : IClassFixture<PeopleCluster>
{
    [Fact]
    public async Task EachRefreshGivesANewTokenAlsoAfterARestart()
    {
        var (session, first) = await Start();

        var second = await Good(session.Refresh(first));
        await people.ForgetActivations();
        var third = await Good(session.Refresh(second));

        Assert.Equal(3, new HashSet<string> { first, second, third }.Count);
    }

    [Fact]
    public async Task LostAnswerIsGivenAgain()
    {
        var (session, first) = await Start();

        var second = await Good(session.Refresh(first));
        await people.ForgetActivations();

        Assert.Equal(second, await Good(session.Refresh(first)));
        Assert.NotEqual(second, await Good(session.Refresh(second)));
    }

    [Fact]
    public async Task TabsThatRefreshAtOnceAllGoOn()
    {
        var (session, first) = await Start();

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => session.Refresh(first)));

        Assert.All(answers, answer => Assert.True(answer.Ok));
        Assert.Single(answers.Select(answer => answer.Value!.Secret).Distinct());
    }

    [Fact]
    public async Task PreviousTokenIsGoodForHalfAMinuteAfterItsSuccessorWasUsed()
    {
        var (session, first) = await Start();
        var second = await Good(session.Refresh(first));
        var third = await Good(session.Refresh(second));

        Assert.Equal(third, await Good(session.Refresh(first)));
        people.Time.PutForward(TimeSpan.FromSeconds(31));
        Assert.Equal(Codes.SessionEnded, (await session.Refresh(first)).Refusal?.Code);
        Assert.Equal(Codes.SessionEnded, (await session.Refresh(third)).Refusal?.Code);
    }

    [Fact]
    public async Task OlderTokenEndsTheSessionAndTheGatewaysLearnOfIt()
    {
        var (session, first) = await Start();
        var second = await Good(session.Refresh(first));
        var third = await Good(session.Refresh(second));
        var fourth = await Good(session.Refresh(third));

        Assert.Equal(Codes.SessionEnded, (await session.Refresh(first)).Refusal?.Code);
        Assert.Equal(Codes.SessionEnded, (await session.Refresh(fourth)).Refusal?.Code);
        Assert.Contains(session.GetPrimaryKey(), await people.Auth.EndedSessions(DateTime.UtcNow.AddMinutes(-1)));
    }

    [Fact]
    public async Task MadeUpTokenEndsNothing()
    {
        var (session, first) = await Start();

        Assert.Equal(Codes.SessionEnded, (await session.Refresh("made-up")).Refusal?.Code);
        await session.End(new string('A', first.Length));

        Assert.True((await session.Refresh(first)).Ok);
    }

    [Fact]
    public async Task SignOutEndsTheSessionWithAnyTokenOfIt()
    {
        var (session, first) = await Start();
        var second = await Good(session.Refresh(first));

        await session.End(first);
        await session.End(first);
        await people.ForgetActivations();

        Assert.Equal(Codes.SessionEnded, (await session.Refresh(second)).Refusal?.Code);
        Assert.Contains(session.GetPrimaryKey(), await people.Auth.EndedSessions(DateTime.UtcNow.AddMinutes(-1)));
    }

    [Fact]
    public async Task SessionThatNeverWasIsOver()
    {
        var nobodys = people.Grains.GetGrain<ISessionGrain>(Guid.NewGuid());

        Assert.Equal(Codes.SessionEnded, (await nobodys.Refresh("x")).Refusal?.Code);
        await nobodys.Close();
        Assert.DoesNotContain(nobodys.GetPrimaryKey(), await people.Auth.EndedSessions(DateTime.UtcNow.AddMinutes(-1)));
    }

    async Task<(ISessionGrain Session, string Secret)> Start()
    {
        var session = people.Grains.GetGrain<ISessionGrain>(Guid.NewGuid());
        return (session, (await session.Start(Guid.NewGuid())).Secret);
    }

    static async Task<string> Good(Task<Result<RefreshedSession>> refresh)
    {
        var answer = await refresh;
        Assert.True(answer.Ok);
        return answer.Value.Secret;
    }
}
