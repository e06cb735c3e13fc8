using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TaskList.Gateway.Lists;
using Xunit;

namespace TaskList.Gateway.Tests.Live;

/// <summary>How real connections live and end.</summary>
public sealed class SocketFacts
{
    /// <summary>A call that the gateway answers by itself.</summary>
    static Task<JsonNode?> Ask(BrowserSocket browser) => browser.Call("SetPresence", $"\"{Guid.NewGuid()}\",{{}}");

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
