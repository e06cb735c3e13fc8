using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using TaskList.Contracts;
using TaskList.Contracts.Users;
using TaskList.Gateway.Auth;
using Xunit;

namespace TaskList.Gateway.Tests.Auth;

public sealed class ApiTokenFacts : IAsyncLifetime
{
    /// <summary>Whatever else is added can be written by people only, until somebody decides otherwise, here as well.</summary>
    static readonly string[] WritableByToken = ["/api/lists", "/api/invites", "/api/webhooks", "/api/me/inbox/read"];

    readonly Guid _user = Guid.NewGuid();
    readonly Dictionary<Guid, (byte[] Hash, ApiScope Scope)> _good = [];
    int _checks;
    TestGateway _gateway = null!;

    public async ValueTask InitializeAsync()
    {
        _gateway = await TestGateway.Start();
        _gateway.Cluster.Answer<ITokensGrain>(Answer);
        _gateway.Cluster.Answer<IUserGrain>((method, _) => method == nameof(IUserGrain.Lists)
            ? Task.FromResult<MyList[]>([])
            : Task.FromResult<UserProfile?>(new UserProfile(_user, "ada@example.org", "Ada", "en", "UTC")));
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task ATokenIsShownOnceAndOpensWhatItsUserMayRead()
    {
        using var made = await _gateway.Http.SendAsync(_gateway.As(_user, HttpMethod.Post, "/api/tokens", JsonContent.Create(new { name = "Script", scope = "read" })));
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var token = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;
        Assert.StartsWith("tasklist_pat_", token, StringComparison.Ordinal);

        using var read = await Send(token, HttpMethod.Get, "/api/me");
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        Assert.Equal(_user.ToString(), (await read.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("userId").GetString());
    }

    [Fact]
    public async Task AnyOtherTextIsNoToken()
    {
        var good = NewToken(ApiScope.Write);
        var other = ApiTokenText.New(_user).Text;
        foreach (var wrong in new[] { other, good[..^1], good + "A", "tasklist_pat_", "tasklist_pat_!", good.Replace("pat", "Pat", StringComparison.Ordinal) })
        {
            using var answer = await Send(wrong, HttpMethod.Get, "/api/me");
            Assert.Equal((HttpStatusCode.Unauthorized, Codes.Unauthenticated), (answer.StatusCode, await answer.Code()));
        }

        Assert.Equal(1, _checks);
    }

    [Fact]
    public async Task ARevokedTokenIsRefusedByTheNextCall()
    {
        var token = NewToken(ApiScope.Read);
        Assert.Equal(HttpStatusCode.OK, (await Send(token, HttpMethod.Get, "/api/me")).StatusCode);
        _good.Clear();
        Assert.Equal(HttpStatusCode.Unauthorized, (await Send(token, HttpMethod.Get, "/api/me")).StatusCode);
    }

    [Fact]
    public async Task NeitherAccountNorTokensOpenToAToken()
    {
        foreach (var token in new[] { NewToken(ApiScope.Read), NewToken(ApiScope.Write) })
        {
            await Refused(token, HttpMethod.Get, "/api/tokens");
            await Refused(token, HttpMethod.Post, "/api/tokens");
            await Refused(token, HttpMethod.Delete, $"/api/tokens/{Guid.NewGuid()}");
            await Refused(token, HttpMethod.Patch, "/api/me");
            await Refused(token, HttpMethod.Post, "/api/auth/logout");
        }
    }

    [Fact]
    public async Task ATokenForReadingWritesNothingAndNoTokenWritesWhatIsNotNamed()
    {
        var (reads, writes) = (NewToken(ApiScope.Read), NewToken(ApiScope.Write));
        var calls = from endpoint in _gateway.Endpoints
                    let route = "/" + endpoint.RoutePattern.RawText!.Trim('/')
                    where route.StartsWith("/api/", StringComparison.Ordinal)
                    from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []
                    where method != "GET"
                    select (method, route);
        var all = calls.ToArray();
        Assert.Contains(all, call => call.route == "/api/me");
        foreach (var (method, route) in all)
        {
            var path = route.Replace("{id}", Guid.NewGuid().ToString(), StringComparison.Ordinal).Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal);
            await Refused(reads, new HttpMethod(method), path);
            if (!Array.Exists(WritableByToken, prefix => route.StartsWith(prefix, StringComparison.Ordinal))) await Refused(writes, new HttpMethod(method), path);
        }
    }

    [Fact]
    public async Task WhoTriesMadeUpTokensHasToWaitAndDisturbsNoOther()
    {
        var (revoked, good) = (ApiTokenText.New(_user).Text, NewToken(ApiScope.Read));
        // Thirty a minute: how many it takes exactly depends on how fast they go.
        HttpStatusCode status;
        var tries = 0;
        do status = (await Send(revoked, HttpMethod.Get, "/api/me")).StatusCode;
        while (status == HttpStatusCode.Unauthorized && ++tries < 500);

        Assert.Equal(HttpStatusCode.TooManyRequests, status);
        Assert.InRange(tries, 30, 499);
        Assert.Equal(HttpStatusCode.OK, (await Send(good, HttpMethod.Get, "/api/me")).StatusCode);
    }

    [Fact]
    public async Task AClusterThatIsAwayIsNoWrongToken()
    {
        _gateway.Cluster.Answer<ITokensGrain>((_, _) => throw new InvalidOperationException("Anything."));
        using var answer = await Send(NewToken(ApiScope.Read), HttpMethod.Get, "/api/me");
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
    }

    object Answer(string method, object?[] arguments)
    {
        switch (method)
        {
            case nameof(ITokensGrain.Create):
                var wanted = (NewApiToken)arguments[0]!;
                _good[wanted.TokenId] = (wanted.SecretHash, wanted.Scope);
                return Task.FromResult<Result<ApiToken>>(Shown(wanted.TokenId, wanted.Scope));
            case nameof(ITokensGrain.Check):
                _checks++;
                var id = (Guid)arguments[0]!;
                return Task.FromResult(_good.TryGetValue(id, out var known) && known.Hash.SequenceEqual((byte[])arguments[1]!) ? Shown(id, known.Scope) : null);
            default:
                return Task.FromResult<ApiToken[]>([]);
        }
    }

    static ApiToken Shown(Guid tokenId, ApiScope scope) => new(tokenId, "Script", scope, DateTime.UtcNow, DateTime.UtcNow.AddDays(1), null);

    string NewToken(ApiScope scope)
    {
        var (text, tokenId, hash) = ApiTokenText.New(_user);
        _good[tokenId] = (hash, scope);
        return text;
    }

    async Task Refused(string token, HttpMethod method, string path)
    {
        using var answer = await Send(token, method, path);
        Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{method} {path} answered {answer.StatusCode}");
    }

    Task<HttpResponseMessage> Send(string token, HttpMethod method, string path) => _gateway.Http.SendAsync(TestGateway.With(token, method, path));
}
