using System.Security.Cryptography;
using TaskList.Grains.Auth;
using Xunit;

namespace TaskList.Grains.Tests.Auth;

public sealed class RefreshRulesFacts
{
    static readonly DateTime Start = new(2026, 11, 22, 12, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(5, 0, RefreshVerdict.Rotate)]
    [InlineData(4, 0, RefreshVerdict.Repeat)]
    [InlineData(4, 1_000, RefreshVerdict.Repeat)]
    [InlineData(3, 30, RefreshVerdict.Repeat)]
    [InlineData(3, 31, RefreshVerdict.Reused)]
    [InlineData(2, 0, RefreshVerdict.Reused)]
    [InlineData(1, 0, RefreshVerdict.Reused)]
    [InlineData(6, 0, RefreshVerdict.Over)]
    internal void PresentedTokenMeans(int presented, int secondsAfterRenewal, RefreshVerdict verdict)
    {
        var state = new SessionState { Generation = 5, StartedAt = Start, RenewedAt = Start };

        Assert.Equal(verdict, RefreshRules.Decide(state, presented, Start.AddSeconds(secondsAfterRenewal)));
    }

    [Fact]
    public void SessionEndsWhenUnusedForAFortnightOrAfterNinetyDays()
    {
        var idle = new SessionState { Generation = 1, StartedAt = Start, RenewedAt = Start };
        Assert.Equal(RefreshVerdict.Rotate, RefreshRules.Decide(idle, 1, Start.AddDays(14).AddSeconds(-1)));
        Assert.Equal(RefreshVerdict.Over, RefreshRules.Decide(idle, 1, Start.AddDays(14)));

        var old = new SessionState { Generation = 9, StartedAt = Start, RenewedAt = Start.AddDays(89) };
        Assert.Equal(Start.AddDays(90), RefreshRules.ExpiresAt(old));
        Assert.Equal(RefreshVerdict.Over, RefreshRules.Decide(old, 9, Start.AddDays(90)));
    }

    [Fact]
    public void EndedSessionStaysEnded() =>
        Assert.Equal(RefreshVerdict.Over, RefreshRules.Decide(new SessionState { Generation = 1, StartedAt = Start, RenewedAt = Start, Ended = true }, 1, Start));

    [Fact]
    public void TokenIsRecognisedOnlyInItsFamilyAndWhole()
    {
        var tokens = new RefreshTokens(new AuthKeys(new byte[32], new byte[32], RandomNumberGenerator.GetBytes(32)));
        var (session, state) = (Guid.NewGuid(), new SessionState { Salt = RandomNumberGenerator.GetBytes(16) });
        var secret = tokens.Make(session, state, 7);

        Assert.Equal(7, tokens.Recognise(session, state, secret));
        Assert.Equal(0, tokens.Recognise(Guid.NewGuid(), state, secret));
        Assert.Equal(0, tokens.Recognise(session, new SessionState { Salt = new byte[16] }, secret));
        Assert.Equal(0, tokens.Recognise(session, state, secret[..^1]));
        Assert.Equal(0, tokens.Recognise(session, state, ""));
        Assert.Equal(0, tokens.Recognise(session, state, new string('A', secret.Length)));
        // Another number under the same seal.
        Assert.Equal(0, tokens.Recognise(session, state, tokens.Make(session, state, 8)[..6] + secret[6..]));
    }
}
