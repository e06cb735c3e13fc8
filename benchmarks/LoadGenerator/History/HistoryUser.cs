using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using TaskList.HistoryChecker;

namespace TaskList.LoadGenerator.History;

/// <summary>A signed-up user and REST, for what the history is not about; a product that is away is asked again, where there are several by the next address.</summary>
sealed class HistoryUser(IReadOnlyList<string> urls, int first) : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(10) };
    int _at = first;

    /// <summary>The gateway that this user goes to now.</summary>
    public string Url => urls[Volatile.Read(ref _at) % urls.Count];

    public Guid Id { get; private set; }

    public string Token { get; private set; } = "";

    /// <param name="first">Which of the addresses it begins with.</param>
    public static async Task<HistoryUser> SignUp(IReadOnlyList<string> urls, int first)
    {
        var user = new HistoryUser(urls, first);
        JsonNode? body = null;

        // A registration whose answer was lost is refused when it is sent again; another address will do.
        while (body is null)
            body = await user.Send(HttpMethod.Post, "/api/auth/register", new { email = $"{Guid.NewGuid():n}@example.org", password = "correct horse battery", displayName = "History" });
        user.Token = body["accessToken"]!.GetValue<string>();
        user.Id = body["user"]!["userId"]!.GetValue<Guid>();
        user._http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", user.Token);
        return user;
    }

    /// <summary>That address does not answer; the next one may.</summary>
    public void GoElsewhere(string from)
    {
        if (from == Url) Interlocked.Increment(ref _at);
    }

    /// <summary>The answer's body once the product gives one that is not a failure of its own; null for a refusal.</summary>
    public async Task<JsonNode?> Send(HttpMethod method, string path, object? body = null)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            var url = Url;
            try
            {
                using var request = new HttpRequestMessage(method, url + path);
                if (body is not null) request.Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
                using var answer = await _http.SendAsync(request, limit.Token);
                if (answer.IsSuccessStatusCode) return JsonNode.Parse(await answer.Content.ReadAsStringAsync(limit.Token));
                if ((int)answer.StatusCode is < 500 and not 429) return null;
            }
            catch (Exception away) when (away is HttpRequestException or IOException || (away is TaskCanceledException && !limit.IsCancellationRequested))
            {
                GoElsewhere(url);
            }

            await Task.Delay(Pause, limit.Token);
        }
    }

    /// <summary>Becomes a member of a list once more, as whoever holds an invitation would.</summary>
    public async Task Join(HistoryUser owner, Guid list, HistoryRecorder recorder)
    {
        recorder.Add(new HistoryLine { Kind = LineKind.Joining, User = Id, List = list });
        var invite = await owner.Send(HttpMethod.Post, $"/api/lists/{list}/invites", new { role = "editor", maxUses = 1 });
        if (invite is not null) await Send(HttpMethod.Post, $"/api/invites/{invite["token"]!.GetValue<string>()}/accept");
    }

    public void Dispose() => _http.Dispose();
}
