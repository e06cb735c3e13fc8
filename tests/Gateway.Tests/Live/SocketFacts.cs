using System.Text.Json.Nodes;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using TaskList.Gateway.Lists;
using Xunit;

namespace TaskList.Gateway.Tests.Live;

/// <summary>How real connections live and end.</summary>
public sealed class SocketFacts
{
    const int Close = 7;

    /// <summary>A call that the gateway answers by itself.</summary>
    static Task<JsonNode?> Ask(BrowserSocket browser) => browser.Call("SetPresence", $"\"{Guid.NewGuid()}\",{{}}");

    static int? Type(JsonNode? message) => message?["type"]?.GetValue<int>();

    /// <summary>The other end is gone and nobody said so: no bytes, no farewell.</summary>
    [Fact]
    public async Task HalfOpenConnectionIsClosedWhenItsPingsStayAway()
    {
        await using var gateway = await TestGateway.Start(services => services.Configure<HubOptions>(hub => hub.ClientTimeoutInterval = TimeSpan.FromSeconds(1)));
        using var silent = await BrowserSocket.Connect(gateway, gateway.Tokens.Issue(Guid.NewGuid(), Guid.NewGuid()));
        Assert.Equal(Close, Type((await silent.ReadToEnd())[^1]));
    }

    [Fact]
    public async Task ConnectionEnds30SecondsAfterItsTokenAndARenewedOneLivesOn()
    {
        var clock = new SetTime();
        await using var gateway = await TestGateway.Start(services => services.AddSingleton<TimeProvider>(clock));
        var expiry = gateway.Services.GetRequiredService<TokenExpiry>();
        var (user, session) = (Guid.NewGuid(), Guid.NewGuid());
        using var forgetful = await BrowserSocket.Connect(gateway, gateway.Tokens.Issue(user, session));
        using var careful = await BrowserSocket.Connect(gateway, gateway.Tokens.Issue(user, session));

        clock.Now += TimeSpan.FromMinutes(5);
        var renewed = await careful.Call("Renew", $"\"{gateway.Tokens.Issue(user, session)}\"");
        Assert.InRange(renewed!["result"]!["expiresIn"]!.GetValue<int>(), 598, 600);
        var foreign = await careful.Call("Renew", $"\"{gateway.Tokens.Issue(user, Guid.NewGuid())}\"");
        Assert.Contains("unauthenticated", foreign!["error"]!.GetValue<string>(), StringComparison.Ordinal);

        clock.Now += TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(28);
        expiry.CutExpired();
        Assert.NotNull(await Ask(forgetful));
        clock.Now += TimeSpan.FromSeconds(3);
        expiry.CutExpired();
        await forgetful.ReadToEnd();
        Assert.NotNull(await Ask(careful));
    }
}
