using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR.Client;

namespace TaskList.Product.Tests;

/// <summary>A signed-up user with both ways in: REST and the hub.</summary>
sealed class Caller : IAsyncDisposable
{
    public const string Password = "correct horse battery";

    readonly HttpClient _http;

    Caller(HttpClient http, string email, string userId, string token)
    {
        _http = http;
        (Email, UserId, Token) = (email, userId, token);
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
    }

    public string Email { get; }

    public string UserId { get; }

    public string Token { get; }

    public static async Task<Caller> SignUp(string url)
    {
        var http = new HttpClient { BaseAddress = new Uri(url) };
        var email = $"{Guid.NewGuid():n}@example.org";
        using var answer = await http.PostAsJsonAsync("/api/auth/register", new { email, password = Password, displayName = "Anna" });
        answer.EnsureSuccessStatusCode();
        var signedIn = (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
        return new Caller(http, email, signedIn["user"]!["userId"]!.GetValue<string>(), signedIn["accessToken"]!.GetValue<string>());
    }

    /// <summary>The same user with another token.</summary>
    public Caller With(string token) => new(new HttpClient { BaseAddress = _http.BaseAddress }, Email, UserId, token);

    /// <summary>The status and the body, an empty object where there is none.</summary>
    public async Task<(int Status, JsonNode Body)> Send(HttpMethod method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        // So that a body which is refused for its size need not be sent into a closed connection.
        request.Headers.ExpectContinue = body is { Length: > 1 << 19 };
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await _http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!);
    }

    public Task<(int Status, JsonNode Body)> Execute(string listId, string command) => Send(HttpMethod.Post, $"/api/lists/{listId}/commands", command);

    /// <summary>A new list with one section whose id is the list's.</summary>
    public async Task<string> NewList()
    {
        var listId = Guid.NewGuid().ToString();
        var created = await Send(HttpMethod.Post, "/api/lists", JsonSerializer.Serialize(new { listId, name = "List" }));
        if (created.Status != 201) throw new InvalidOperationException($"The list was not created: {created.Status}.");
        await Execute(listId, JsonSerializer.Serialize(new { commandId = Guid.NewGuid(), type = "addSection", sectionId = listId, name = "Section" }));
        return listId;
    }

    /// <summary>Invites somebody, who accepts; the role that came of it.</summary>
    public async Task<string> Invite(Caller guest, string listId, string role)
    {
        var invite = await Send(HttpMethod.Post, $"/api/lists/{listId}/invites", $$"""{"role":"{{role}}"}""");
        if (invite.Status != 201) throw new InvalidOperationException($"No invite was made: {invite.Status}.");
        var accepted = await guest.Send(HttpMethod.Post, $"/api/invites/{invite.Body["token"]!.GetValue<string>()}/accept");
        if (accepted.Status != 200) throw new InvalidOperationException($"The invite was not accepted: {accepted.Status}.");
        // A list holds only so many invites.
        await Send(HttpMethod.Delete, $"/api/lists/{listId}/invites/{invite.Body["inviteId"]!.GetValue<string>()}");
        return accepted.Body["role"]!.GetValue<string>();
    }

    /// <summary>Ends the session on the server; the token stays good until gateways hear of it.</summary>
    public async Task<(int Status, JsonNode Body)> SignOut()
    {
        _http.DefaultRequestHeaders.Add("X-TaskList", "1");
        return await Send(HttpMethod.Post, "/api/auth/logout");
    }

    public static string RemoveMember(Caller member) => $$"""{"commandId":"{{Guid.NewGuid()}}","type":"removeMember","userId":"{{member.UserId}}"}""";

    public static string AddTask(string listId, Guid commandId, string title = "Task", string description = "") =>
        JsonSerializer.Serialize(new { commandId, type = "addTask", taskId = Guid.NewGuid(), sectionId = listId, title, description });

    /// <summary>Every change of a list, in order.</summary>
    public async Task<List<JsonNode>> Log(string listId)
    {
        List<JsonNode> changes = [];
        while (true)
        {
            var (status, body) = await Send(HttpMethod.Get, $"/api/lists/{listId}/changes?after={changes.Count}&limit=500");
            if (status != 200) throw new InvalidOperationException($"The log was not read: {status}.");
            var page = body["changes"]!.AsArray();
            changes.AddRange(page.Select(change => change!));
            if (page.Count == 0) return changes;
        }
    }

    public HubConnection Hub(string url, string? token = null, HttpTransportType transport = HttpTransportType.WebSockets) => new HubConnectionBuilder()
        .WithUrl($"{url}/hubs/board", options =>
        {
            options.AccessTokenProvider = () => Task.FromResult<string?>(token ?? Token);
            options.SkipNegotiation = transport == HttpTransportType.WebSockets;
            options.Transports = transport;
        })
        .Build();

    public async Task<HubConnection> Connect(string url)
    {
        var hub = Hub(url);
        await hub.StartAsync();
        return hub;
    }

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return ValueTask.CompletedTask;
    }
}
