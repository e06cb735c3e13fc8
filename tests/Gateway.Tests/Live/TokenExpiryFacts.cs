using System.Globalization;
using System.Security.Claims;
using Microsoft.Extensions.Logging.Abstractions;
using TaskList.Gateway.Lists;
using TaskList.Gateway.Tests.Notifications;
using Xunit;

namespace TaskList.Gateway.Tests.Live;

public sealed class TokenExpiryFacts : IDisposable
{
    static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    readonly SetTime _clock = new() { Now = Noon };
    readonly TokenExpiry _expiry;

    public TokenExpiryFacts() => _expiry = new TokenExpiry(_clock, NullLogger<TokenExpiry>.Instance);

    public void Dispose() => _expiry.Dispose();

    FakeConnection Connect(DateTimeOffset tokenEnds)
    {
        var exp = new Claim("exp", tokenEnds.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        var connection = new FakeConnection { Caller = new ClaimsPrincipal(new ClaimsIdentity([exp])) };
        _expiry.Watch(connection);
        return connection;
    }

    [Fact]
    public void ConnectionIsCut30SecondsAfterItsTokenRanOut()
    {
        var connection = Connect(Noon.AddMinutes(10));
        _clock.Now = Noon.AddMinutes(10).AddSeconds(29);
        _expiry.CutExpired();
        Assert.False(connection.IsCut);
        _clock.Now = Noon.AddMinutes(10).AddSeconds(30);
        _expiry.CutExpired();
        Assert.True(connection.IsCut);
    }

    [Fact]
    public void RenewedConnectionLivesAsLongAsItsNewToken()
    {
        var connection = Connect(Noon.AddMinutes(1));
        Assert.Equal(600, _expiry.Renew(connection, Noon.AddMinutes(10).UtcDateTime));
        _clock.Now = Noon.AddMinutes(10).AddSeconds(29);
        _expiry.CutExpired();
        Assert.False(connection.IsCut);
        _clock.Now = Noon.AddMinutes(11);
        _expiry.CutExpired();
        Assert.True(connection.IsCut);
    }

    [Fact]
    public void ConnectionThatHasGoneIsNotRenewedBackIntoLife()
    {
        var connection = Connect(Noon);
        _expiry.Forget(connection.ConnectionId);
        _expiry.Renew(connection, Noon.AddMinutes(10).UtcDateTime);
        _clock.Now = Noon.AddHours(1);
        _expiry.CutExpired();
        Assert.False(connection.IsCut);
    }
}
