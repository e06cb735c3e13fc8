using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Xunit;

namespace TaskList.Operations.Tests;

/// <summary>Everything a user gives us in confidence, sent to the real product, and then looked for in what it wrote.</summary>
public sealed class LogTests(RunningProduct product) : IClassFixture<RunningProduct>
{
    readonly PlantedSecrets _planted = new();

    [Fact]
    public async Task LogsHoldNoTokenNoAddressAndNoText()
    {
        var address = $"{_planted.Plant("address")}@example.org";
        var password = _planted.Plant("password");
        var title = _planted.Plant("title");
        var bearer = _planted.Plant("bearer");
        var marker = Guid.NewGuid();

        await SendAsync(HttpMethod.Post, "/api/auth/register", new { email = address, password, displayName = _planted.Plant("name"), language = "en", timeZone = "Europe/Berlin" });
        await SendAsync(HttpMethod.Post, "/api/auth/login", new { email = address, password = _planted.Plant("wrong") });
        await SendAsync(HttpMethod.Post, "/api/auth/login", new { email = address, password, unknownField = _planted.Plant("field") });
        await SendAsync(HttpMethod.Get, $"/api/lists/{marker}?access_token={_planted.Plant("query")}", null, bearer);
        await SendAsync(HttpMethod.Post, $"/api/lists/{marker}/commands", new { commandId = marker, type = "addTask", title }, bearer);
        await SendAsync(HttpMethod.Post, $"/api/invites/{_planted.Plant("invite")}/accept", null, bearer);
        await SendAsync(HttpMethod.Get, $"/join/{_planted.Plant("path")}", null);
        await SendTextAsync("/api/auth/register", $"{{\"email\": \"{_planted.Plant("broken")}");
        await OpenSocketAsync($"/hubs/board?access_token={_planted.Plant("socket")}");

        await product.Host.StopAsync();

        Assert.Equal(0, product.Host.Process!.ExitCode);
        var lines = File.ReadAllLines(product.LogFile);
        Assert.Contains(lines, line => line.Contains("\"Status\":", StringComparison.Ordinal));
        Assert.All(lines, line => JsonDocument.Parse(line).Dispose());
        Assert.Empty(_planted.FoundIn(product.LogFile));
    }

    Task SendAsync(HttpMethod method, string path, object? body, string? bearer = null) =>
        SendAsync(method, path, body is null ? null : new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json"), bearer);

    Task SendTextAsync(string path, string body) => SendAsync(HttpMethod.Post, path, new StringContent(body, Encoding.UTF8, "application/json"), null);

    async Task SendAsync(HttpMethod method, string path, HttpContent? body, string? bearer)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        if (bearer is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        request.Headers.Add("Cookie", $"tasklist_refresh={_planted.Plant("cookie")}");
        using var answer = await product.Http.SendAsync(request);
    }

    async Task OpenSocketAsync(string path)
    {
        using var socket = new ClientWebSocket();
        var address = new Uri(product.Host.Url.Replace("http:", "ws:", StringComparison.Ordinal) + path);

        // A made-up token is refused; what counts is what is written about it.
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(address, TestContext.Current.CancellationToken));
    }
}
