using System.Net;
using System.Text;
using System.Text.Json;
using TaskList.Contracts;
using Xunit;

namespace TaskList.Gateway.Tests.Safety;

public sealed class StrictJsonFacts(SharedGateway shared) : IClassFixture<SharedGateway>
{
    readonly TestGateway _gateway = shared.Gateway;

    [Theory]
    [InlineData("", Codes.MalformedJson, null)]
    [InlineData("null", Codes.MalformedJson, null)]
    [InlineData("{", Codes.MalformedJson, null)]
    [InlineData("{'email':'a'}", Codes.MalformedJson, null)]
    [InlineData("[]", Codes.MalformedJson, null)]
    [InlineData("""{"email":"a","password":"b"} x""", Codes.MalformedJson, null)]
    [InlineData("""{"email":"a","password":"b","password":"c"}""", Codes.MalformedJson, null)]
    [InlineData("""{"email":"a","password":"\ud800"}""", Codes.InvalidField, "password")]
    [InlineData("""{"email":"a","password":"b","isAdmin":true}""", Codes.UnknownField, "isAdmin")]
    [InlineData("""{"Email":"a","password":"b"}""", Codes.UnknownField, "Email")]
    [InlineData("""{"email":"a"}""", Codes.MissingField, "password")]
    [InlineData("{}", Codes.MissingField, "email")]
    [InlineData("""{"email":"a","password":5}""", Codes.InvalidField, "password")]
    [InlineData("""{"email":["a"],"password":"b"}""", Codes.InvalidField, "email")]
    [InlineData("""{"email":"a","password":null}""", Codes.InvalidField, "password")]
    public async Task BadBodyIsNamed(string body, string code, string? field)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await _gateway.Http.PostAsync("/api/auth/login", content);

        Assert.Equal((HttpStatusCode.BadRequest, code), (answer.StatusCode, await answer.Code()));
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(field, problem.RootElement.TryGetProperty("params", out var parameters) ? parameters.GetProperty("field").GetString() : null);
    }

    [Theory]
    [InlineData("""{"role":"editor","maxUses":"3"}""", "maxUses")]
    [InlineData("""{"role":"editor","expiresAt":"tomorrow"}""", "expiresAt")]
    [InlineData("""{"role":"Editor"}""", "role")]
    [InlineData("""{"role":3}""", "role")]
    public async Task BadFieldOfAnInviteIsNamed(string body, string field)
    {
        using var request = _gateway.As(Guid.NewGuid(), HttpMethod.Post, $"/api/lists/{Guid.NewGuid()}/invites", new StringContent(body, Encoding.UTF8, "application/json"));
        using var answer = await _gateway.Http.SendAsync(request);

        Assert.Equal(Codes.InvalidField, await answer.Code());
        Assert.Contains($"\"{field}\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DepthIsBounded()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 10_000));
        using var answer = await _gateway.Http.PostAsync("/api/auth/login", new StringContent($$"""{"email":{{deep}}""", Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task BodyAboveTheLimitIsTooLarge()
    {
        var large = $$"""{"email":"{{new string('a', 1 << 20)}}","password":"b"}""";
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/auth/login") { Content = new StringContent(large, Encoding.UTF8, "application/json") };

        // The refusal comes before the body is read and ends the connection; a client that is still writing then would fail before it has read the answer.
        request.Headers.ExpectContinue = true;
        using var answer = await _gateway.Http.SendAsync(request);

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, Codes.PayloadTooLarge), (answer.StatusCode, await answer.Code()));
    }

    [Fact]
    public async Task OtherMediaTypeIsUnsupported()
    {
        using var answer = await _gateway.Http.PostAsync("/api/auth/login", new StringContent("{}", Encoding.UTF8, "text/plain"));

        Assert.Equal((HttpStatusCode.UnsupportedMediaType, Codes.UnsupportedMediaType), (answer.StatusCode, await answer.Code()));
    }

    [Fact]
    public async Task WrongMethodSaysWhichAreRight()
    {
        using var answer = await _gateway.Http.GetAsync("/api/auth/login");

        Assert.Equal((HttpStatusCode.MethodNotAllowed, Codes.MethodNotAllowed), (answer.StatusCode, await answer.Code()));
        Assert.Equal("POST", answer.Header("Allow"));
    }
}
