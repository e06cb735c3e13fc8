using System.Net;
using TaskList.Contracts;
using Xunit;

namespace TaskList.Gateway.Tests.Web;

public sealed class WebAppFacts(SharedGateway shared) : IClassFixture<SharedGateway>
{
    readonly TestGateway _gateway = shared.Gateway;

    [Theory]
    [InlineData("/")]
    [InlineData("/index.html")]
    [InlineData("/l/0198aaaa-0000-7000-8000-000000000000")]
    [InlineData("/invite/QgweJOi6EwxWKJsHql_cvefsw7sOaEeMsWCm0LQqrQc")]
    public async Task PageCarriesTheNonceOfItsPolicyAndOfNoOther(string path)
    {
        using var first = await _gateway.Http.GetAsync(path);
        using var second = await _gateway.Http.GetAsync(path);

        var nonce = Nonce(await first.Content.ReadAsStringAsync());
        Assert.Contains($"style-src 'self' 'nonce-{nonce}';", first.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.NotEqual(nonce, Nonce(await second.Content.ReadAsStringAsync()));
        Assert.Equal("no-cache", first.Header("Cache-Control"));
    }

    [Fact]
    public async Task ThePageMakesNoCodeOutOfTextAndAsksNobodyElse()
    {
        using var page = await _gateway.Http.GetAsync("/");
        var policy = page.Header("Content-Security-Policy")!;

        Assert.Contains("require-trusted-types-for 'script'; trusted-types tasklist", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-", policy, StringComparison.Ordinal);
        var host = _gateway.Http.BaseAddress!.Authority;
        var sources = policy.Split(' ', ';').Where(word => word.Contains('*') || word.Contains("://"));
        Assert.Equal([$"ws://{host}"], sources);
    }

    [Fact]
    public async Task HashedFilesAreKeptForAYear()
    {
        using var answer = await _gateway.Http.GetAsync("/assets/app-1a2b.js");

        Assert.Equal("public, max-age=31536000, immutable", answer.Header("Cache-Control"));
        Assert.Equal("text/javascript", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("gzip, deflate, br", "br", "as Brotli")]
    [InlineData("gzip", "gzip", "as gzip")]
    [InlineData("br;q=0, gzip", "gzip", "as gzip")]
    [InlineData("identity", null, "export {};")]
    [InlineData(null, null, "export {};")]
    public async Task HashedFilesGoOutAsTheBuildCompressedThem(string? taken, string? encoding, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/assets/app-1a2b.js");
        if (taken is not null) request.Headers.Add("Accept-Encoding", taken);
        using var answer = await _gateway.Http.SendAsync(request);

        Assert.Equal((encoding, "Accept-Encoding"), (answer.Header("Content-Encoding"), answer.Header("Vary")));
        Assert.Equal("text/javascript", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("public, max-age=31536000, immutable", answer.Header("Cache-Control"));
        Assert.Equal(body, await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("GET", "/assets/missing.js")]
    [InlineData("GET", "/assets/../secrets/jwt-es256.pem")]
    [InlineData("GET", "/assets/%2e%2e/%2e%2e/secrets/jwt-es256.pem")]
    [InlineData("POST", "/")]
    [InlineData("GET", "/api")]
    [InlineData("GET", "/api/nowhere")]
    public async Task WhatIsNotThereIsNotAPage(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var answer = await _gateway.Http.SendAsync(request);

        Assert.Equal((HttpStatusCode.NotFound, Codes.NotFound), (answer.StatusCode, await answer.Code()));
    }

    [Fact]
    public async Task WithoutABuiltAppTheApiStillServes()
    {
        await using var gateway = await TestGateway.Start(("Web:Root", "/nowhere"));
        using var page = await gateway.Http.GetAsync("/");
        using var api = await gateway.Http.GetAsync("/api/me");

        Assert.Equal((HttpStatusCode.NotFound, "text/plain"), (page.StatusCode, page.Content.Headers.ContentType?.MediaType));
        Assert.Contains("npm run build", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(Codes.Unauthenticated, await api.Code());
    }

    static string Nonce(string page) => page.Split("content=\"")[1].Split('"')[0];
}
