using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using TaskList.Gateway.Lists;
using TaskList.Gateway.Notifications;
using Xunit;

namespace TaskList.Gateway.Tests.Live;

/// <summary>How real connections live and end.</summary>
public sealed class SocketFacts
{
    const int Close = 7;
    const int Ping = 6;

    /// <summary>A call that the gateway answers by itself.</summary>
    static Task<JsonNode?> Ask(BrowserSocket browser) => browser.Call("SetPresence", $"\"{Guid.NewGuid()}\",{{}}");

    static int? Type(JsonNode? message) => message?["type"]?.GetValue<int>();

    /// <summary>The other end is gone and nobody said so: no bytes, no farewell.</summary>
    [Fact]
    public async Task HalfOpenConnectionIsClosedWhenItsPingsStayAway()
    {
        await using var gateway = await TestGateway.Start(services => services.Configure<HubOptions>(hub => hub.ClientTimeoutInterval = TimeSpan.FromSeconds(1)));
        using var silent = await BrowserSocket.Connect(gateway, gateway.Tokens.Issue(Guid.NewGuid(), Guid.NewGuid()));
        await silent.Send($$"""{"type":{{Ping}}}""");
        Assert.Equal(Close, Type((await silent.ReadToEnd())[^1]));
    }

    /// <summary>Who does not read does not answer the WebSocket's own pings either.</summary>
    [Fact]
    public async Task ConnectionThatVanishedBeforeItsFirstPingIsClosedToo()
    {
        await using var gateway = await TestGateway.Start(services => services.Configure<WebSocketOptions>(sockets =>
            (sockets.KeepAliveInterval, sockets.KeepAliveTimeout) = (TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(500))));
        using var silent = await BrowserSocket.Connect(gateway, gateway.Tokens.Issue(Guid.NewGuid(), Guid.NewGuid()));
        Assert.NotNull(await Ask(silent));
        var connections = gateway.Services.GetRequiredService<UserConnections>();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (connections.Count > 0) await Task.Delay(20, limit.Token);
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
