using System.Net;
using System.Net.Http.Json;
using TaskList.Contracts;
using TaskList.Contracts.Auth;
using TaskList.Contracts.Users;
using Xunit;

namespace TaskList.Gateway.Tests.Auth;

public sealed class AuthApiFacts : IAsyncLifetime
{
    static readonly UserProfile Ada = new(Guid.NewGuid(), "ada@example.org", "Ada", "en", "UTC");
    static readonly Guid SessionId = Guid.NewGuid();

    TestGateway _gateway = null!;

    public async ValueTask InitializeAsync()
    {
        _gateway = await TestGateway.Start();
        _gateway.Cluster.Answer<IAuthGrain>((_, _) =>
            Task.FromResult<Result<SignedIn>>(new SignedIn(Ada, SessionId, "secret-1", DateTime.UtcNow.AddDays(14))));
        _gateway.Cluster.Answer<IUserGrain>((_, _) => Task.FromResult<UserProfile?>(Ada));
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task RegisterAnswersWithTokenAndUserAndAGuardedCookie()
    {
        using var answer = await _gateway.Http.PostAsJsonAsync("/api/auth/register", new { email = Ada.Email, password = "correct horse", displayName = "Ada" });

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var body = await answer.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>();
        Assert.Equal(600, body.GetProperty("expiresIn").GetInt32());
        Assert.Equal(Ada.UserId.ToString(), body.GetProperty("user").GetProperty("userId").GetString());
        Assert.NotNull(await _gateway.Tokens.Validate(body.GetProperty("accessToken").GetString()!));
        var cookie = answer.Header("Set-Cookie")!;
        Assert.StartsWith($"tasklist_refresh={SessionId}.secret-1;", cookie, StringComparison.Ordinal);
        Assert.Contains("path=/api/auth; samesite=strict; httponly", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-1", body.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RefreshRotatesTheCookie()
    {
        object?[]? given = null;
        _gateway.Cluster.Answer<ISessionGrain>((_, arguments) =>
        {
            given = arguments;
            return Task.FromResult<Result<RefreshedSession>>(new RefreshedSession(Ada.UserId, "secret-2", DateTime.UtcNow.AddDays(14)));
        });

        using var answer = await Refresh($"{SessionId}.secret-1");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(["secret-1"], given);
        Assert.StartsWith($"tasklist_refresh={SessionId}.secret-2;", answer.Header("Set-Cookie"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RefreshOfAnEndedSessionTakesTheCookieAway()
    {
        _gateway.Cluster.Answer<ISessionGrain>((_, _) => Task.FromResult<Result<RefreshedSession>>(new Refusal(Codes.SessionEnded)));

        using var answer = await Refresh($"{SessionId}.secret-1");

        Assert.Equal(Codes.SessionEnded, await answer.Code());
        Assert.StartsWith("tasklist_refresh=; expires=Thu, 01 Jan 1970", answer.Header("Set-Cookie"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("x.y")]
    public async Task CookieThatIsNotOursIsAnEndedSession(string cookie)
    {
        using var answer = await Refresh(cookie);

        Assert.Equal((HttpStatusCode.Unauthorized, Codes.SessionEnded), (answer.StatusCode, await answer.Code()));
    }

    [Fact]
    public async Task SignOutEndsTheSessionOfTheCookieOrOfTheToken()
    {
        var calls = new List<string>();
        _gateway.Cluster.Answer<ISessionGrain>((name, _) =>
        {
            calls.Add(name);
            return Task.CompletedTask;
        });

        using var byCookie = new HttpRequestMessage(HttpMethod.Post, "/api/auth/logout") { Headers = { { "Cookie", $"tasklist_refresh={SessionId}.secret-1" } } };
        Assert.Equal(HttpStatusCode.NoContent, (await _gateway.Http.SendAsync(byCookie)).StatusCode);
        using var byToken = _gateway.As(Ada.UserId, HttpMethod.Post, "/api/auth/logout");
        Assert.Equal(HttpStatusCode.NoContent, (await _gateway.Http.SendAsync(byToken)).StatusCode);

        Assert.Equal(["End", "Close"], calls);
    }

    [Fact]
    public async Task EleventhTryAtOneAddressInAMinuteHasToWait()
    {
        _gateway.Cluster.Answer<IAuthGrain>((_, _) => Task.FromResult<Result<SignedIn>>(new Refusal(Codes.InvalidCredentials)));
        for (var i = 0; i < 10; i++) Assert.Equal(Codes.InvalidCredentials, await (await SignIn("ada@example.org")).Code());

        using var eleventh = await SignIn(" ADA@example.org");
        Assert.Equal((HttpStatusCode.TooManyRequests, Codes.RateLimited), (eleventh.StatusCode, await eleventh.Code()));
        Assert.InRange(int.Parse(eleventh.Header("Retry-After")!, System.Globalization.CultureInfo.InvariantCulture), 1, 10);
        Assert.Equal(Codes.InvalidCredentials, await (await SignIn("bob@example.org")).Code());
    }

    [Fact]
    public async Task WithoutLimitsNobodyWaits()
    {
        await using var gateway = await TestGateway.Start(("Limits", "off"));
        gateway.Cluster.Answer<IAuthGrain>((_, _) => Task.FromResult<Result<SignedIn>>(new Refusal(Codes.InvalidCredentials)));
        for (var i = 0; i < 100; i++)
        {
            using var answer = await gateway.Http.PostAsJsonAsync("/api/auth/login", new { email = "ada@example.org", password = "wrong" });
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    Task<HttpResponseMessage> SignIn(string email) => _gateway.Http.PostAsJsonAsync("/api/auth/login", new { email, password = "wrong" });

    async Task<HttpResponseMessage> Refresh(string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/auth/refresh") { Headers = { { "Cookie", $"tasklist_refresh={cookie}" } } };
        return await _gateway.Http.SendAsync(request);
    }
}
