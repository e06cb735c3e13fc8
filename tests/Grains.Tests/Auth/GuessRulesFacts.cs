using TaskList.Grains.Auth;
using Xunit;

namespace TaskList.Grains.Tests.Auth;

public sealed class GuessRulesFacts
{
    static readonly DateTime Start = new(2026, 11, 22, 12, 0, 0, DateTimeKind.Utc);

    readonly LoginState _state = new();
    readonly Guid _guesser = Guid.NewGuid();

    [Theory]
    [InlineData(4, 0)]
    [InlineData(5, 1)]
    [InlineData(8, 8)]
    [InlineData(40, 900)]
    public void WaitGrowsWithWrongGuesses(int wrong, int seconds)
    {
        Miss(_guesser, wrong);

        Assert.Equal(TimeSpan.FromSeconds(seconds), GuessRules.Wait(_state, _guesser, Start));
    }

    [Fact]
    public void WaitEnds()
    {
        Miss(_guesser, 6);

        Assert.Equal(TimeSpan.FromSeconds(1), GuessRules.Wait(_state, _guesser, Start.AddSeconds(1)));
        Assert.Equal(TimeSpan.Zero, GuessRules.Wait(_state, _guesser, Start.AddSeconds(2)));
    }

    [Fact]
    public void GuesserDoesNotSlowTheOwnerWhereverTheOwnerSignedInBefore()
    {
        var home = Guid.NewGuid();
        GuessRules.Hit(_state, home);
        for (var i = 0; i < 1_000; i++) Miss(Guid.NewGuid(), 1);

        Assert.Equal(TimeSpan.Zero, GuessRules.Wait(_state, home, Start));
    }

    [Fact]
    public void ManySourcesTogetherAreSlowedButOnlySomewhat()
    {
        for (var i = 0; i < 1_000; i++) Miss(Guid.NewGuid(), 1);

        Assert.Equal(TimeSpan.FromSeconds(30), GuessRules.Wait(_state, Guid.NewGuid(), Start));
        Assert.Equal(TimeSpan.Zero, GuessRules.Wait(_state, Guid.NewGuid(), Start.AddSeconds(30)));
    }

    [Fact]
    public void RightPasswordForgivesAndQuietForgets()
    {
        Miss(_guesser, 7);
        Assert.True(GuessRules.Hit(_state, _guesser));
        Assert.Equal(TimeSpan.Zero, GuessRules.Wait(_state, _guesser, Start));
        Assert.False(GuessRules.Hit(_state, _guesser));

        Miss(_guesser, 7);
        GuessRules.Missed(_state, _guesser, Start.AddHours(2));
        Assert.Equal(1, Assert.Single(_state.WrongBySource).Count);
    }

    [Fact]
    public void MemoryIsBounded()
    {
        for (var i = 0; i < 1_000; i++)
        {
            Miss(Guid.NewGuid(), 1);
            GuessRules.Hit(_state, Guid.NewGuid());
        }

        Assert.InRange(_state.WrongBySource.Count, 1, 16);
        Assert.InRange(_state.KnownSources.Count, 1, 8);
    }

    void Miss(Guid source, int times)
    {
        for (var i = 0; i < times; i++) GuessRules.Missed(_state, source, Start);
    }
}
