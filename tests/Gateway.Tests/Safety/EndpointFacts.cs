using Microsoft.AspNetCore.Authorization;
using Xunit;

namespace TaskList.Gateway.Tests.Safety;

public sealed class EndpointFacts
{
    static readonly string[] Open = ["/api/auth/", "/health/", "/metrics", "/openapi/", "/docs", "/ops", "/ops/sign-in", "/ops/sign-out"];

    /// <summary>Whatever is added later is closed unless somebody opens it, and opening it shows here.</summary>
    [Fact]
    public async Task OnlyWhatMustBeOpenIsOpen()
    {
        await using var gateway = await TestGateway.Start();

        var open = gateway.Endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.Trim('/'))
            .ToArray();

        Assert.NotEmpty(open);
        Assert.All(open, route => Assert.Contains(Open, prefix => prefix.EndsWith('/') ? route.StartsWith(prefix, StringComparison.Ordinal) : IsAtOrUnderDocs(route, prefix)));
    }

    [Fact]
    public async Task EveryApiCallIsDescribedWithItsTokenUnlessOpen()
    {
        await using var gateway = await TestGateway.Start();
        var document = System.Text.Json.JsonDocument.Parse(await gateway.Http.GetStringAsync("/openapi/v1.json")).RootElement;
        var described = document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(call =>
            (Path: path.Name, Guarded: call.Value.TryGetProperty("security", out _)))).ToArray();

        var served = gateway.Endpoints.Select(endpoint => "/" + endpoint.RoutePattern.RawText!.Trim('/'))
            .Where(route => route.StartsWith("/api/", StringComparison.Ordinal)).Distinct().Order();
        Assert.Equal(served, described.Select(call => call.Path.TrimEnd('/')).Distinct().Order());
        Assert.All(described, call => Assert.NotEqual(call.Guarded, call.Path.StartsWith("/api/auth/", StringComparison.Ordinal)));
    }

    static bool IsAtOrUnderDocs(string route, string prefix) => route == prefix || (prefix == "/docs" && route.StartsWith("/docs/", StringComparison.Ordinal));
}
