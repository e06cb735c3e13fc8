using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using TaskList.LocalServices;
using Xunit;

namespace TaskList.Operations.Tests;

public sealed class NginxTests : IAsyncLifetime
{
    readonly ConcurrentQueue<(string Path, string Client)> _seen = new();
    NginxInFront? _front;

    NginxInFront Front => _front!;

    public async ValueTask InitializeAsync()
    {
        if (NginxServer.Program is null) Assert.Skip("nginx is not installed.");
        _front = await NginxInFront.StartAsync(AnswerAsync);
    }

    public async ValueTask DisposeAsync()
    {
        if (_front is not null) await _front.DisposeAsync();
    }

    [Fact]
    public async Task LogsHoldNoTokenEvenWhenEveryGatewayIsDown()
    {
        var planted = new PlantedSecrets();
        string[] paths = [$"/hubs/board?access_token={planted.Plant("hub")}", $"/api/invites/{planted.Plant("invite")}/accept", $"/join/{planted.Plant("path")}?q={planted.Plant("query")}"];
        foreach (var path in paths) Assert.Equal(200, await StatusAsync(path));
        await Front.StopGatewayAsync();
        foreach (var path in paths) Assert.Equal(502, await StatusAsync(path));
        await Front.StopAsync();

        var lines = File.ReadAllLines(Front.AccessLog);
        Assert.Equal(3, lines.Count(line => line.Contains(" 502 ", StringComparison.Ordinal)));
        Assert.Contains(lines, line => line.Contains(" GET /hubs/board ", StringComparison.Ordinal));
        Assert.Empty(planted.FoundIn(Front.AccessLog));
        Assert.Empty(planted.FoundIn(Front.ErrorLog));
    }

    [Fact]
    public async Task SocketsPassThrough()
    {
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri($"ws://{Front.Http.BaseAddress!.Authority}/hubs/board"), TestContext.Current.CancellationToken);
        await socket.SendAsync("привет"u8.ToArray(), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);
        var buffer = new byte[100];
        var echo = await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken);

        Assert.Equal("привет", Encoding.UTF8.GetString(buffer, 0, echo.Count));
    }

    [Fact]
    public async Task MetricsStayInside()
    {
        Assert.Equal(404, await StatusAsync("/metrics"));
        Assert.DoesNotContain(_seen, request => request.Path == "/metrics");
    }

    [Fact]
    public async Task ClientsCannotChooseTheirAddress()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/me");
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        using var answer = await Front.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal("127.0.0.1", _seen.Single(seen => seen.Path == "/api/me").Client);
    }

    [Fact]
    public async Task OnlyAnImportMayBeLarge()
    {
        Assert.Equal(200, await PostAsync("/api/lists/import", 3 * 1024 * 1024));
        Assert.Equal(413, await PostAsync("/api/lists", 3 * 1024 * 1024));
        Assert.Equal(200, await PostAsync("/api/lists", 1024 * 1024));
    }

    [Fact]
    public async Task GatewayThatIsDownIsSteppedOver()
    {
        for (var request = 0; request < 10; request++) Assert.Equal(200, await StatusAsync("/api/me"));
    }

    [Fact]
    public async Task OnlyTheHubGivesASeatAndOnlyOnce()
    {
        using var first = await Front.Http.GetAsync("/hubs/board", TestContext.Current.CancellationToken);
        var seat = Assert.Single(first.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("tasklist_seat=", seat, StringComparison.Ordinal);
        Assert.Contains("HttpOnly", seat, StringComparison.Ordinal);

        using var again = new HttpRequestMessage(HttpMethod.Get, "/hubs/board");
        again.Headers.Add("Cookie", seat.Split(';')[0]);
        using var second = await Front.Http.SendAsync(again, TestContext.Current.CancellationToken);
        using var elsewhere = await Front.Http.GetAsync("/api/me", TestContext.Current.CancellationToken);
        Assert.False(second.Headers.Contains("Set-Cookie"));
        Assert.False(elsewhere.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task FilesOfTheAppAreKeptAndServedWhenEveryGatewayIsDown()
    {
        Assert.Equal(200, await StatusAsync("/assets/app-1a2b3c.js"));
        await Front.StopGatewayAsync();

        Assert.Equal(200, await StatusAsync("/assets/app-1a2b3c.js"));
        Assert.Equal(502, await StatusAsync("/assets/never-asked-for.js"));
        Assert.Single(_seen, request => request.Path == "/assets/app-1a2b3c.js");
    }

    async Task AnswerAsync(HttpContext context)
    {
        _seen.Enqueue((context.Request.Path, context.Request.Headers["X-Forwarded-For"].ToString()));
        if (!context.WebSockets.IsWebSocketRequest)
        {
            if (context.Request.Path.StartsWithSegments("/assets")) context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
            await context.Request.Body.CopyToAsync(Stream.Null);
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var buffer = new byte[100];
        var message = await socket.ReceiveAsync(buffer, context.RequestAborted);
        await socket.SendAsync(buffer.AsMemory(0, message.Count), message.MessageType, true, context.RequestAborted);
    }

    async Task<int> StatusAsync(string path)
    {
        using var answer = await Front.Http.GetAsync(path, TestContext.Current.CancellationToken);
        return (int)answer.StatusCode;
    }

    async Task<int> PostAsync(string path, int bytes)
    {
        using var answer = await Front.Http.PostAsync(path, new ByteArrayContent(new byte[bytes]), TestContext.Current.CancellationToken);
        return (int)answer.StatusCode;
    }
}
