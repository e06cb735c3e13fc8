using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;
using Xunit;

namespace TaskList.Operations.Tests;

/// <summary>Everything a user gives us in confidence, sent to the real product, and then looked for in what it wrote.</summary>
public sealed class LogTests(RunningProduct product) : IClassFixture<RunningProduct>
{
    readonly PlantedSecrets _planted = new();

    [Fact]
    public async Task LogsHoldNoTokenNoAddressAndNoText()
    {
        var token = await SignUpAsync();
        var (listId, sectionId) = await WorkAsync(token);
        await WorkOnHubAsync(token, listId, sectionId);
        await AutomateAsync(token, listId, sectionId);
        await KnockAsync(listId);

        await product.Host.StopAsync();

        Assert.Equal(0, product.Host.Process!.ExitCode);
        var lines = File.ReadAllLines(product.LogFile);
        Assert.Contains(lines, line => line.Contains("/api/lists/{id", StringComparison.Ordinal));
        Assert.All(lines, line => JsonDocument.Parse(line).Dispose());
        Assert.Empty(_planted.FoundIn(product.LogFile));
    }

    async Task<string> SignUpAsync()
    {
        var address = $"{_planted.Plant("address")}@example.org";
        var password = _planted.Plant("password");
        var answer = await SendAsync(HttpMethod.Post, "/api/auth/register", new { email = address, password, displayName = _planted.Plant("name") });
        await SendAsync(HttpMethod.Post, "/api/auth/login", new { email = address, password = _planted.Plant("wrong") });
        await SendAsync(HttpMethod.Post, "/api/auth/login", new { email = address, password, unknownField = _planted.Plant("field") });
        return _planted.Keep(answer.GetProperty("accessToken").GetString()!);
    }

    async Task<(string ListId, Guid SectionId)> WorkAsync(string token)
    {
        var list = await SendAsync(HttpMethod.Post, "/api/lists", new { name = _planted.Plant("list") }, token);
        var (listId, sectionId, taskId) = (list.GetProperty("listId").GetString()!, Guid.NewGuid(), Guid.NewGuid());
        var commands = $"/api/lists/{listId}/commands";
        await SendAsync(HttpMethod.Post, commands, new { commandId = Guid.NewGuid(), type = "addSection", sectionId, name = _planted.Plant("section") }, token);
        var added = await SendAsync(
            HttpMethod.Post, commands, new { commandId = Guid.NewGuid(), type = "addTask", taskId, sectionId, title = _planted.Plant("title"), description = _planted.Plant("text") }, token);
        await SendAsync(HttpMethod.Post, commands, new { commandId = Guid.NewGuid(), type = "addComment", taskId, commentId = Guid.NewGuid(), text = _planted.Plant("comment") }, token);
        await SendAsync(HttpMethod.Post, commands, new { commandId = Guid.NewGuid(), type = "editTask", taskId, title = _planted.Plant("long").PadRight(2_000, 'x') }, token);
        await SendAsync(HttpMethod.Post, commands, new { commandId = Guid.NewGuid(), type = _planted.Plant("type") }, token);
        var invite = await SendAsync(HttpMethod.Post, $"/api/lists/{listId}/invites", new { role = "viewer" }, token);
        await SendAsync(HttpMethod.Post, $"/api/invites/{_planted.Keep(invite.GetProperty("token").GetString()!)}/accept", null, token);
        Assert.Equal(3, added.GetProperty("version").GetInt32());
        return (listId, sectionId);
    }

    async Task WorkOnHubAsync(string token, string listId, Guid sectionId)
    {
        // As a browser does it: no negotiation, the token in the query string.
        await using var hub = new HubConnectionBuilder()
            .WithUrl($"{product.Host.Url}/hubs/board?access_token={token}", o => (o.SkipNegotiation, o.Transports) = (true, Microsoft.AspNetCore.Http.Connections.HttpTransportType.WebSockets))
            .Build();
        await hub.StartAsync(TestContext.Current.CancellationToken);
        await hub.InvokeAsync<JsonElement>("Open", new { listId }, TestContext.Current.CancellationToken);
        var command = new { commandId = Guid.NewGuid(), type = "addTask", taskId = Guid.NewGuid(), sectionId, title = _planted.Plant("hub") };
        var answer = await hub.InvokeAsync<JsonElement>("Execute", listId, command, TestContext.Current.CancellationToken);
        await Assert.ThrowsAnyAsync<Exception>(() => hub.InvokeAsync(_planted.Plant("method"), _planted.Plant("argument"), TestContext.Current.CancellationToken));
        Assert.True(answer.GetProperty("accepted").GetBoolean());
    }

    /// <summary>An API token in every place where one can stand, and a webhook with a secret path that cannot be delivered.</summary>
    async Task AutomateAsync(string token, string listId, Guid sectionId)
    {
        var made = await SendAsync(HttpMethod.Post, "/api/tokens", new { name = _planted.Plant("token"), scope = "write" }, token);
        var script = _planted.Keep(made.GetProperty("token").GetString()!);
        await SendAsync(HttpMethod.Get, "/api/me", null, script);
        await SendAsync(HttpMethod.Get, $"/api/lists/{listId}", null, script[..^1] + (script[^1] == 'A' ? 'B' : 'A'));
        var url = $"https://localhost/{_planted.Plant("hook")}";
        await SendAsync(HttpMethod.Post, "/api/webhooks", new { listId, url, secret = _planted.Plant("secret") }, script);
        await SendAsync(HttpMethod.Post, "/api/webhooks", new { listId, url = _planted.Plant("url") }, script);
        await WorkOnHubAsync(script, listId, sectionId);
    }

    /// <summary>What strangers and broken clients send.</summary>
    async Task KnockAsync(string listId)
    {
        var bearer = _planted.Plant("bearer");
        await SendAsync(HttpMethod.Get, $"/api/lists/{listId}?access_token={_planted.Plant("query")}", null, bearer);
        await SendAsync(HttpMethod.Post, $"/api/invites/{_planted.Plant("invite")}/accept", null, bearer);
        await SendAsync(HttpMethod.Get, $"/join/{_planted.Plant("path")}", null);
        await SendAsync(HttpMethod.Post, "/api/auth/register", new StringContent($"{{\"email\": \"{_planted.Plant("broken")}", Encoding.UTF8, "application/json"), null);

        using var socket = new ClientWebSocket();
        var address = new Uri($"{product.Host.Url}/hubs/board?access_token={_planted.Plant("socket")}".Replace("http:", "ws:", StringComparison.Ordinal));
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(address, TestContext.Current.CancellationToken));
    }

    Task<JsonElement> SendAsync(HttpMethod method, string path, object? body, string? bearer = null) =>
        SendAsync(method, path, body is null ? null : JsonContent.Create(body), bearer);

    async Task<JsonElement> SendAsync(HttpMethod method, string path, HttpContent? body, string? bearer)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        if (bearer is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        request.Headers.Add("Cookie", $"tasklist_refresh={_planted.Plant("cookie")}");
        using var answer = await product.Http.SendAsync(request);
        return answer.Content.Headers.ContentType?.MediaType is "application/json" ? await answer.Content.ReadFromJsonAsync<JsonElement>() : default;
    }
}
