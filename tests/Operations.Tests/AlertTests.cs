using System.Text.RegularExpressions;
using TaskList.LocalServices;
using Xunit;

namespace TaskList.Operations.Tests;

/// <summary>Alerts ask for figures that our code makes, under the names that a scrape gives them.</summary>
public sealed partial class AlertTests
{
    static readonly string Rules = Read("ops/prometheus-rules.yaml");

    [Fact]
    public void EachAlertHasAnExpression() => Assert.Equal(AlertName().Count(Rules), Expression().Count(Rules));

    [Fact]
    public void AlertsAskForFiguresOfOurs()
    {
        var made = Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Instrument().Matches(File.ReadAllText(file)))
            .Select(match => AsScraped(match.Groups[1].Value, match.Groups[2].Value, isInSeconds: match.Groups[3].Value.Contains("\"s\"", StringComparison.Ordinal)))
            .ToHashSet();
        var asked = Expression().Matches(Rules).SelectMany(match => Figure().Matches(match.Value)).Select(match => match.Value).Distinct().ToArray();

        Assert.True(asked.Length >= 7);
        Assert.DoesNotContain(asked, figure => !made.Contains(figure));
    }

    [Theory, InlineData("ops/prometheus.yml"), InlineData("ops/prometheus-kubernetes.yml")]
    public void EveryPrometheusReadsThem(string file) => Assert.Contains("rule_files: [prometheus-rules.yaml]", Read(file), StringComparison.Ordinal);

    /// <summary>The text of an alert leads to a heading of the operator's page.</summary>
    [Fact]
    public void AdviceIsWhereTheAlertSaysItIs() => Assert.All(Advice().Matches(Rules), heading =>
        Assert.Contains($"\n## {heading.Groups[1].Value}\n", Read("docs/operations.md"), StringComparison.Ordinal));

    static string AsScraped(string kind, string name, bool isInSeconds) =>
        name + (isInSeconds ? "_seconds" : "") + (kind switch { "Counter" => "_total", "Histogram" => "_bucket", _ => "" });

    static string Read(string file) => File.ReadAllText(Path.Combine(RepositoryRoot.Path, file));

    [GeneratedRegex(@"^      - alert: \w+$", RegexOptions.Multiline)]
    private static partial Regex AlertName();

    [GeneratedRegex(@"^        expr: (.+)$", RegexOptions.Multiline)]
    private static partial Regex Expression();

    [GeneratedRegex(@"tasklist_\w+")]
    private static partial Regex Figure();

    [GeneratedRegex(@"\(([A-Z][^()]+)\)\.""$", RegexOptions.Multiline)]
    private static partial Regex Advice();

    [GeneratedRegex(@"\.Create(\w+)(?:<\w+>)?\(\s*""(tasklist_\w+)""([^;]*);")]
    private static partial Regex Instrument();
}
