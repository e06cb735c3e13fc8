using System.Net.Http.Json;
using TaskList.Contracts.Auth;
using Xunit;

namespace TaskList.Gateway.Tests.Safety;

public sealed class HeaderFacts(SharedGateway shared) : IClassFixture<SharedGateway>
{
    readonly TestGateway _gateway = shared.Gateway;

    [Theory]
    [InlineData("/", 200)]
    [InlineData("/l/some-list", 200)]
    [InlineData("/assets/app-1a2b.js", 200)]
    [InlineData("/missing.js", 404)]
    [InlineData("/api/me", 401)]
    [InlineData("/api/nowhere", 404)]
    [InlineData("/api/auth/login", 405)]
    [InlineData("/hubs/board", 401)]
    [InlineData("/hubs/nowhere", 404)]
    [InlineData("/health/live", 200)]
    [InlineData("/openapi/v1.json", 200)]
    [InlineData("/docs/", 200)]
    [InlineData("/ops/sign-in", 200)]
    [InlineData("/ops/nowhere", 404)]
    public async Task EveryAnswerIsGuarded(string path, int status)
    {
        using var answer = await _gateway.Http.GetAsync(path);

        Assert.Equal(status, (int)answer.StatusCode);
        AssertGuarded(answer);
        Assert.Null(answer.Header("Strict-Transport-Security"));
        Assert.Null(answer.Header("Server"));
    }

    [Theory]
    [InlineData("/api/me")]
    [InlineData("/hubs/board")]
    [InlineData("/health/live")]
    [InlineData("/openapi/v1.json")]
    public async Task DataMayNeitherRunNorBeKept(string path)
    {
        using var answer = await _gateway.Http.GetAsync(path);

        Assert.Equal("default-src 'none'; frame-ancestors 'none'", answer.Header("Content-Security-Policy"));
        Assert.Contains("no-store", answer.Header("Cache-Control"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(typeof(TimeoutException), 503, "unavailable")]
    [InlineData(typeof(InvalidOperationException), 500, "internal")]
    public async Task FailureIsGuardedAndTellsNothing(Type failure, int status, string code)
    {
        _gateway.Cluster.Answer<IAuthGrain>((_, _) => throw (Exception)Activator.CreateInstance(failure, "the secret reason")!);
        using var answer = await _gateway.Http.PostAsJsonAsync("/api/auth/register", new { email = "ada@example.org", password = "x", displayName = "Ada" });

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.DoesNotContain("secret reason", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(code, await answer.Code());
        AssertGuarded(answer);
    }

    [Fact]
    public async Task HttpsIsRememberedWhenTheProxyIsTrusted()
    {
        await using var gateway = await TestGateway.Start(("TrustedProxies", "127.0.0.1"));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "X-Forwarded-Proto", "https" } } };
        using var trusted = await gateway.Http.SendAsync(request);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "X-Forwarded-Proto", "https" } } };
        using var stranger = await _gateway.Http.SendAsync(again);

        Assert.StartsWith("max-age=63072000", trusted.Header("Strict-Transport-Security"), StringComparison.Ordinal);
        Assert.Null(stranger.Header("Strict-Transport-Security"));
    }

    static void AssertGuarded(HttpResponseMessage answer)
    {
        var policy = answer.Header("Content-Security-Policy");
        Assert.StartsWith("default-src '", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
        var isTool = answer.RequestMessage!.RequestUri!.AbsolutePath.StartsWith("/ops", StringComparison.Ordinal)
            || answer.RequestMessage.RequestUri.AbsolutePath.StartsWith("/docs", StringComparison.Ordinal);
        Assert.Equal(isTool ? "same-origin" : "no-referrer", answer.Header("Referrer-Policy"));
        Assert.Equal("same-origin", answer.Header("Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", answer.Header("Cross-Origin-Resource-Policy"));
        Assert.NotNull(answer.Header("Permissions-Policy"));
        Assert.NotNull(answer.Header("X-Trace-Id"));
    }
}
