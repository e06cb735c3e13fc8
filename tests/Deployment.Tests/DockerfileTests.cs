using System.Text.RegularExpressions;
using Xunit;

namespace TaskList.Deployment.Tests;

public sealed partial class DockerfileTests
{
    public static TheoryData<string> Hosts => ["Silo", "Gateway", "Standalone"];

    [Fact]
    public void ImagesNameAVersion()
    {
        var stages = Stages.Select(stage => stage.Name).ToHashSet();

        Assert.All(Stages.Where(stage => !stages.Contains(stage.From)), stage => Assert.Matches(@"^[\w./-]+:\d+(\.\d+)?-[\w-]+$", stage.From));
    }

    [Theory, MemberData(nameof(Hosts))]
    public void ProcessIsNotRootAndHasNoShell(string host)
    {
        var runtime = Stages.Single(stage => stage.Name == "runtime");

        Assert.Equal("runtime", Stage(host).From);
        Assert.Equal("$APP_UID", Assert.Single(Instructions(runtime, "USER")));
        Assert.Empty(Instructions(Stage(host), "USER"));
        Assert.Contains("-chiseled", runtime.From, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Hosts))]
    public void HealthCheckAsksTheHostItself(string host)
    {
        var (program, stage) = ($"TaskList.{host}.dll", Stage(host));
        var port = Port().Match(Assert.Single(Instructions(stage, "ENV"))).Groups[1].Value;

        Assert.Equal($"""["dotnet", "{program}"]""", Assert.Single(Instructions(stage, "ENTRYPOINT")));
        Assert.EndsWith($"""CMD ["dotnet", "{program}", "probe", "http://127.0.0.1:{port}/health/ready"]""", Assert.Single(Instructions(stage, "HEALTHCHECK")), StringComparison.Ordinal);
        Assert.Contains(port, Assert.Single(Instructions(stage, "EXPOSE")), StringComparison.Ordinal);
        Assert.Contains($"--from=build /out/{host} .", Instructions(stage, "COPY"));
        Assert.Contains(Instructions(Stages.Single(one => one.Name == "build"), "RUN"), run => Regex.IsMatch(run, $@"for host in [\w ]*\b{host}\b[\w ]*; do .*dotnet publish src/\$host/\$host\.csproj .*-o /out/\$host "));
    }

    [Fact]
    public void WhatIsCopiedExistsAndIsNotIgnored()
    {
        var allowed = Repository.Read(".dockerignore").Split('\n').Where(line => line.StartsWith('!')).Select(line => line[1..]).ToArray();
        var copies = Stages.SelectMany(stage => Instructions(stage, "COPY")).ToArray();
        var sources = copies.Where(copy => !copy.Contains("--from", StringComparison.Ordinal)).SelectMany(copy => copy.Split(' ')[..^1]).ToArray();

        Assert.NotEmpty(sources);
        Assert.All(sources, source => Assert.True(Path.Exists(Repository.Path(source)), source));
        Assert.All(sources, source => Assert.Contains(source.Split('/')[0], allowed));
        Assert.All(copies.SelectMany(copy => From().Matches(copy)), from => Assert.Contains(Stages, stage => stage.Name == from.Groups[1].Value));
    }

    [Fact]
    public void SettingsAreOnesTheCodeReads() => Assert.All(
        Stages.Where(stage => stage.Name != "build")
            .SelectMany(stage => Instructions(stage, "ENV"))
            .SelectMany(line => Variable().Matches(line))
            .Select(match => match.Groups[1].Value),
        name => Assert.True(KnownSettings.Knows(name), name));

    [Fact]
    public void SiloPortsAreTheDefaultsOfTheCode()
    {
        var defaults = new Silo.SiloSettings();

        Assert.Equal($"8081 {defaults.SiloPort} {defaults.OrleansGatewayPort}", Assert.Single(Instructions(Stage("Silo"), "EXPOSE")));
    }

    static DockerStage[] Stages { get; } = [.. Repository.Read("Dockerfile")
        .Replace("\\\n", " ", StringComparison.Ordinal)
        .Split("\nFROM ")[1..]
        .Select(text => text.Split('\n'))
        .Select(lines => new DockerStage(lines[0].Split(' ')[0], lines[0].Split(' ')[^1], lines))];

    static DockerStage Stage(string host) => Stages.Single(stage => string.Equals(stage.Name, host, StringComparison.OrdinalIgnoreCase));

    static IEnumerable<string> Instructions(DockerStage stage, string name) => stage.Lines
        .Where(line => line.StartsWith(name + " ", StringComparison.Ordinal))
        .Select(line => line[(name.Length + 1)..].Trim());

    [GeneratedRegex(@"ASPNETCORE_URLS=http://\+:(\d+)")]
    private static partial Regex Port();

    [GeneratedRegex(@"--from=([\w-]+)")]
    private static partial Regex From();

    [GeneratedRegex(@"(\w+)=")]
    private static partial Regex Variable();

    /// <param name="From">An image or an earlier stage.</param>
    sealed record DockerStage(string From, string Name, string[] Lines);
}
