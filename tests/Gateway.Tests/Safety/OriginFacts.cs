using System.Net;
using TaskList.Contracts;
using Xunit;

namespace TaskList.Gateway.Tests.Safety;

public sealed class OriginFacts(SharedGateway shared) : IClassFixture<SharedGateway>
{
    readonly TestGateway _gateway = shared.Gateway;

    [Theory]
    [InlineData("https://evil.example", true)]
    [InlineData("null", true)]
    [InlineData("https://board.example.org.evil.example", true)]
    [InlineData("https://sub.board.example.org", true)]
    [InlineData("http://board.example.org", true)]
    [InlineData("https://board.example.org", false)]
    [InlineData("http://localhost:5173", false)]
    [InlineData(null, false)]
    public async Task ForeignPageGetsNoConnectionWhateverItHolds(string? origin, bool refused)
    {
        using var request = _gateway.As(Guid.NewGuid(), HttpMethod.Post, "/hubs/board/negotiate?negotiateVersion=1");
        if (origin is not null) request.Headers.Add("Origin", origin);
        using var answer = await _gateway.Http.SendAsync(request);

        Assert.Equal(refused ? HttpStatusCode.Forbidden : HttpStatusCode.OK, answer.StatusCode);
        if (refused) Assert.Equal(Codes.OriginNotAllowed, await answer.Code());
    }

    [Fact]
    public async Task OwnPageIsKnownByItsHost()
    {
        using var request = _gateway.As(Guid.NewGuid(), HttpMethod.Post, "/hubs/board/negotiate?negotiateVersion=1");
        request.Headers.Add("Origin", _gateway.Http.BaseAddress!.GetLeftPart(UriPartial.Authority));
        using var answer = await _gateway.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task OriginIsAskedBeforeTheToken()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/hubs/board/negotiate") { Headers = { { "Origin", "https://evil.example" } } };
        using var answer = await _gateway.Http.SendAsync(request);

        Assert.Equal(Codes.OriginNotAllowed, await answer.Code());
    }

    [Theory]
    [InlineData("/api/auth/refresh", "https://evil.example", false, true)]
    [InlineData("/api/auth/refresh", "https://evil.example", true, false)]
    [InlineData("/api/auth/refresh", null, false, false)]
    [InlineData("/api/auth/logout", "https://evil.example", false, true)]
    [InlineData("/ops/sign-in", "https://evil.example", true, true)]
    public async Task ForeignPageCannotUseACookie(string path, string? origin, bool ownHeader, bool refused)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        if (origin is not null) request.Headers.Add("Origin", origin);
        if (ownHeader) request.Headers.Add("X-TaskList", "1");
        using var answer = await _gateway.Http.SendAsync(request);

        Assert.Equal(refused, answer.StatusCode == HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("https://board.example.org", true)]
    [InlineData("https://evil.example", false)]
    public async Task ConsentIsGivenToAllowedOriginsOnly(string origin, bool allowed)
    {
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/api/me")
        {
            Headers = { { "Origin", origin }, { "Access-Control-Request-Method", "GET" }, { "Access-Control-Request-Headers", "authorization" } },
        };
        using var answer = await _gateway.Http.SendAsync(preflight);

        Assert.Equal(allowed ? origin : null, answer.Header("Access-Control-Allow-Origin"));
    }
}
