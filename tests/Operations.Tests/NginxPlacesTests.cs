using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;
using TaskList.LocalServices;
using Xunit;

namespace TaskList.Operations.Tests;

/// <summary>What of nginx depends on how many come, and on who stands in front of it.</summary>
public sealed class NginxPlacesTests
{
    const int Limit = 3;

    [Fact]
    public async Task OneAddressHasSoManyHubConnectionsAndNoMore()
    {
        if (NginxServer.Program is null) Assert.Skip("nginx is not installed.");
        await using var front = await NginxInFront.StartAsync(HoldAsync, ("limit_conn sockets 1000;", $"limit_conn sockets {Limit};"));
        List<ClientWebSocket> sockets = [];
        for (var i = 0; i < Limit; i++) sockets.Add(await ConnectAsync(front));

        Assert.Equal(429, await StatusAsync(front, "/hubs/board"));
        // Only the hub counts connections: the page itself, and what it asks for, still come.
        Assert.Equal(200, await StatusAsync(front, "/api/me"));

        foreach (var socket in sockets) socket.Dispose();
        var patience = DateTime.UtcNow.AddSeconds(30);
        while (await StatusAsync(front, "/hubs/board") == 429) Assert.True(DateTime.UtcNow < patience, "Those that have gone are still counted.");
    }

    [Fact]
    public async Task BehindAnIngressTheBrowsersAddressAndSchemeAreTheIngresssWord()
    {
        if (NginxServer.Program is null) Assert.Skip("nginx is not installed.");
        (string Client, string Scheme) seen = default;
        await using var front = await NginxInFront.StartInClusterAsync(context =>
        {
            if (context.Request.Path == "/api/me") seen = (context.Request.Headers["X-Forwarded-For"].ToString(), context.Request.Headers["X-Forwarded-Proto"].ToString());
            return HoldAsync(context);
        });
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/me");
        // The last one is what the Ingress has added; the first a browser may have made up.
        request.Headers.Add("X-Forwarded-For", "198.51.100.1, 203.0.113.7");
        request.Headers.Add("X-Forwarded-Proto", "https");
        using var answer = await front.Http.SendAsync(request, TestContext.Current.CancellationToken);
        using var socket = await ConnectAsync(front);

        Assert.Equal(("203.0.113.7", "https"), seen);
        Assert.Equal(WebSocketState.Open, socket.State);
        Assert.Equal(404, await StatusAsync(front, "/metrics"));
    }

    [Fact]
    public async Task ItsOwnProbeNeedsNoGateway()
    {
        if (NginxServer.Program is null) Assert.Skip("nginx is not installed.");
        await using var front = await NginxInFront.StartInClusterAsync(HoldAsync);
        await front.StopGatewayAsync();

        Assert.Equal(204, await StatusAsync(front, "/health/nginx"));
        Assert.Equal(502, await StatusAsync(front, "/health/ready"));
    }

    static async Task HoldAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest) return;
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var buffer = new byte[10];
        try
        {
            await socket.ReceiveAsync(buffer, context.RequestAborted);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // The browser has gone.
        }
    }

    static async Task<ClientWebSocket> ConnectAsync(NginxInFront front)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri($"ws://{front.Http.BaseAddress!.Authority}/hubs/board"), TestContext.Current.CancellationToken);
        return socket;
    }

    static async Task<int> StatusAsync(NginxInFront front, string path)
    {
        using var answer = await front.Http.GetAsync(path, TestContext.Current.CancellationToken);
        return (int)answer.StatusCode;
    }
}
