using System.Text.Json;
using Xunit;

namespace TaskList.Gateway.Tests;

/// <summary>What tests read from answers.</summary>
static class Answers
{
    /// <summary>The code of a problem, checked to be one in full.</summary>
    public static async Task<string?> Code(this HttpResponseMessage response)
    {
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        var problem = document.RootElement;
        Assert.Equal((int)response.StatusCode, problem.GetProperty("status").GetInt32());
        Assert.Equal(response.Header("X-Trace-Id"), problem.GetProperty("traceId").GetString());
        return problem.GetProperty("code").GetString();
    }

    public static string? Header(this HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : null;
}
