using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TaskList.Contracts;
using Xunit;

namespace TaskList.Gateway.Tests;

public sealed class ProblemsTests
{
    [Theory]
    [InlineData(Codes.UnknownField, 400)]
    [InlineData(Codes.InvalidCredentials, 401)]
    [InlineData(Codes.NotAllowed, 403)]
    [InlineData(Codes.InviteNotFound, 404)]
    [InlineData(Codes.NotFound, 404)]
    [InlineData(Codes.EmailTaken, 409)]
    [InlineData(Codes.VersionMismatch, 412)]
    [InlineData(Codes.PayloadTooLarge, 413)]
    [InlineData(Codes.WeakPassword, 422)]
    [InlineData(Codes.RateLimited, 429)]
    [InlineData(Codes.Internal, 500)]
    [InlineData(Codes.OutcomeUnknown, 503)]
    public void CodeHasItsStatus(string code, int status) => Assert.Equal(status, Problems.Status(code));

    [Fact]
    public void OnlyUndecidedCodesAreServiceUnavailable()
    {
        var codes = typeof(Codes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);

        string[] undecided = [Codes.Overloaded, Codes.Unavailable, Codes.OutcomeUnknown, Codes.ListQuarantined, Codes.TaskInTransfer, Codes.NotAttempted];
        Assert.Equal(undecided.Order(), codes.Where(code => Problems.Status(code) == 503).Order());
    }

    [Fact]
    public async Task ProblemCarriesCodeParamsWaitAndTrace()
    {
        using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = services, TraceIdentifier = "t1", Response = { Body = body } };

        await Problems.Write(context, new Refusal(Codes.RateLimited, Refusal.Json("""{"limit":"writes"}"""), 1_001));

        using var json = JsonDocument.Parse(body.ToArray());
        Assert.Equal("application/problem+json", context.Response.ContentType);
        Assert.Equal("2", context.Response.Headers.RetryAfter.ToString());
        Assert.Equal(429, json.RootElement.GetProperty("status").GetInt32());
        Assert.Equal("rateLimited", json.RootElement.GetProperty("code").GetString());
        Assert.Equal("writes", json.RootElement.GetProperty("params").GetProperty("limit").GetString());
        Assert.Equal(1_001, json.RootElement.GetProperty("retryAfterMs").GetInt32());
        Assert.Equal("t1", json.RootElement.GetProperty("traceId").GetString());
    }
}
