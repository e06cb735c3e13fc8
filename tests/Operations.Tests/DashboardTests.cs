using System.Text.Json;
using System.Text.RegularExpressions;
using TaskList.LocalServices;
using Xunit;

namespace TaskList.Operations.Tests;

public sealed partial class DashboardTests(RunningProduct product) : IClassFixture<RunningProduct>
{
    static readonly string[] Language = ["histogram_quantile", "sum", "max", "rate", "increase", "by"];

    [Fact]
    public async Task GrafanaAsksOnlyForMetricsThatExist()
    {
        var scraped = TypeLine().Matches(await product.Http.GetStringAsync("/metrics", TestContext.Current.CancellationToken)).Select(match => match.Groups[1].Value);
        var known = scraped.Concat(Instruments.Own()).Concat(Instruments.OfOrleans()).ToHashSet();
        var asked = Queries().SelectMany(Metrics).Distinct().ToArray();

        Assert.True(asked.Length > 15);
        Assert.DoesNotContain(asked, metric => !Forms(metric).Any(known.Contains));
    }

    [Fact]
    public void OwnMetricsAreAllShown()
    {
        var shown = Queries().SelectMany(Metrics).SelectMany(Forms).ToHashSet();

        Assert.DoesNotContain(Instruments.Own(), metric => !shown.Contains(metric));
    }

    [Fact]
    public async Task WhatEveryMessageMovesIsNotCounted()
    {
        var scraped = TypeLine().Matches(await product.Http.GetStringAsync("/metrics", TestContext.Current.CancellationToken)).Select(match => match.Groups[1].Value).ToArray();

        Assert.Contains(scraped, metric => metric.StartsWith("orleans_", StringComparison.Ordinal));
        Assert.DoesNotContain(scraped, metric => EveryMessage().IsMatch(metric));
        Assert.DoesNotContain(Queries().SelectMany(Metrics), metric => EveryMessage().IsMatch(metric));
    }

    /// <summary>An autoscaler takes a figure that is missing for unknown, and then takes no pod away.</summary>
    [Theory, InlineData("tasklist_connections"), InlineData("tasklist_log_queue")]
    public async Task FiguresOfAutoscalersAreThereBeforeAnybodyHasCome(string metric) => Assert.Matches(
        $@"(?m)^{metric}(\{{[^}}]*\}})? 0( \d+)?$", await product.Http.GetStringAsync("/metrics", TestContext.Current.CancellationToken));

    [Fact]
    public async Task OrleansDashboardIsForOperatorsOnly()
    {
        using var answer = await product.Http.GetAsync("/ops/dashboard", TestContext.Current.CancellationToken);

        Assert.True((int)answer.StatusCode is 302 or 401 or 403, answer.StatusCode.ToString());
    }

    static IEnumerable<string> Queries()
    {
        using var dashboard = JsonDocument.Parse(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "ops", "grafana", "tasklist.json")));
        return [.. from panel in dashboard.RootElement.GetProperty("panels").EnumerateArray()
                   where panel.TryGetProperty("targets", out _)
                   from target in panel.GetProperty("targets").EnumerateArray()
                   select target.GetProperty("expr").GetString()];
    }

    static IEnumerable<string> Metrics(string query) =>
        Word().Matches(NotMetrics().Replace(query, " ")).Select(match => match.Value).Except(Language);

    /// <summary>The instrument behind a name that the exporter has given a unit and a kind.</summary>
    static IEnumerable<string> Forms(string metric)
    {
        yield return metric;
        foreach (var pattern in new[] { "_(bucket|count|sum)$", "_total$", "_(seconds|milliseconds|bytes)$" })
        {
            metric = Regex.Replace(metric, pattern, "");
            yield return metric;
        }
    }

    [GeneratedRegex(@"^# TYPE (\w+)", RegexOptions.Multiline)]
    private static partial Regex TypeLine();

    // Labels, ranges and groupings.
    [GeneratedRegex(@"\{[^}]*\}|\[[^\]]*\]|by \([^)]*\)")]
    private static partial Regex NotMetrics();

    [GeneratedRegex("^(orleans_(messaging_(sent|received|rerouted|processing)|gateway_(sent|received)|directory_lookups|streams_queue)_|aspnetcore_memory_pool_|db_client_operation_npgsql_bytes_)")]
    private static partial Regex EveryMessage();

    [GeneratedRegex(@"[a-z]\w+")]
    private static partial Regex Word();
}
