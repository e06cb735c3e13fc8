using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using TaskList.HistoryChecker;

namespace TaskList.LoadGenerator.History;

/// <summary>A signed-up user and REST, for what the history is not about; a product that is away is asked again.</summary>
sealed class HistoryUser(string url) : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    readonly HttpClient _http = new() { BaseAddress = new Uri(url), Timeout = TimeSpan.FromSeconds(10) };

    public string Url => url;

    public Guid Id { get; private set; }

    public string Token { get; private set; } = "";

    public static async Task<HistoryUser> SignUp(string url)
    {
        var user = new HistoryUser(url);
        var body = await user.Send(HttpMethod.Post, "/api/auth/register", new { email = $"{Guid.NewGuid():n}@example.org", password = "correct horse battery", displayName = "History" });
        user.Token = body!["accessToken"]!.GetValue<string>();
        user.Id = body["user"]!["userId"]!.GetValue<Guid>();
        user._http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", user.Token);
        return user;
    }

    /// <summary>The answer's body once the product gives one that is not a failure of its own; null for a refusal.</summary>
    public async Task<JsonNode?> Send(HttpMethod method, string path, object? body = null)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            try
            {
                using var request = new HttpRequestMessage(method, path);
                if (body is not null) request.Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
                using var answer = await _http.SendAsync(request, limit.Token);
                if (answer.IsSuccessStatusCode) return JsonNode.Parse(await answer.Content.ReadAsStringAsync(limit.Token));
                if ((int)answer.StatusCode is < 500 and not 429) return null;
            }
            catch (Exception away) when (away is HttpRequestException or IOException || (away is TaskCanceledException && !limit.IsCancellationRequested))
            {
                // Nobody listens there just now.
            }

            await Task.Delay(Pause, limit.Token);
        }
    }

    /// <summary>Becomes a member of a list once more, as whoever holds an invitation would.</summary>
    public async Task Join(HistoryUser owner, Guid list, HistoryRecorder recorder)
    {
        recorder.Add(new HistoryLine { Kind = LineKind.Joining, User = Id, List = list });
        var invite = await owner.Send(HttpMethod.Post, $"/api/lists/{list}/invites", new { role = "editor" });
        if (invite is not null) await Send(HttpMethod.Post, $"/api/invites/{invite["token"]!.GetValue<string>()}/accept");
    }

    public void Dispose() => _http.Dispose();
}
