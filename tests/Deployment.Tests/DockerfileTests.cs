using System.Text.RegularExpressions;
using Xunit;

namespace TaskList.Deployment.Tests;

public sealed partial class DockerfileTests
{
    public static TheoryData<string> Hosts => ["Silo", "Gateway", "Standalone"];

    [Theory, MemberData(nameof(Hosts))]
    public void ImagesNameAVersion(string host) =>
        Assert.All(Instructions(host, "FROM"), from => Assert.Matches(@"^[\w./-]+:\d+(\.\d+)?-[\w-]+( AS \w+)?$", from));

    [Theory, MemberData(nameof(Hosts))]
    public void ProcessIsNotRoot(string host)
    {
        var last = Repository.Read($"src/{host}/Dockerfile").Split("\nFROM ")[^1];

        Assert.Contains("\nUSER $APP_UID\n", last, StringComparison.Ordinal);
        Assert.Contains("-chiseled", last.Split('\n')[0], StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Hosts))]
    public void HealthCheckAsksTheHostItself(string host)
    {
        var program = $"TaskList.{host}.dll";
        var text = Repository.Read($"src/{host}/Dockerfile");
        var port = Port().Match(Assert.Single(Instructions(host, "ENV"))).Groups[1].Value;

        Assert.Equal($"""["dotnet", "{program}"]""", Assert.Single(Instructions(host, "ENTRYPOINT")));
        Assert.Contains($"""CMD ["dotnet", "{program}", "probe", "http://127.0.0.1:{port}/health/ready"]""", text, StringComparison.Ordinal);
        Assert.Contains(port, Assert.Single(Instructions(host, "EXPOSE")), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Hosts))]
    public void WhatIsCopiedExistsAndIsNotIgnored(string host)
    {
        var allowed = Repository.Read(".dockerignore").Split('\n').Where(line => line.StartsWith('!')).Select(line => line[1..]).ToArray();
        var sources = Instructions(host, "COPY")
            .Where(copy => !copy.Contains("--from", StringComparison.Ordinal))
            .SelectMany(copy => copy.Split(' ')[..^1])
            .ToArray();

        Assert.NotEmpty(sources);
        Assert.All(sources, source => Assert.True(Path.Exists(Repository.Path(source)), source));
        Assert.All(sources, source => Assert.Contains(source.Split('/')[0], allowed));
    }

    [Theory, MemberData(nameof(Hosts))]
    public void SettingsAreOnesTheCodeReads(string host) =>
        Assert.All(Variable().Matches(Assert.Single(Instructions(host, "ENV"))).Select(match => match.Groups[1].Value), name => Assert.True(KnownSettings.Knows(name), name));

    [Fact]
    public void SiloPortsAreTheDefaultsOfTheCode()
    {
        var defaults = new Silo.SiloSettings();

        Assert.Equal($"8081 {defaults.SiloPort} {defaults.OrleansGatewayPort}", Assert.Single(Instructions("Silo", "EXPOSE")));
    }

    static IEnumerable<string> Instructions(string host, string name) => Repository.Read($"src/{host}/Dockerfile")
        .Replace("\\\n", " ", StringComparison.Ordinal)
        .Split('\n')
        .Where(line => line.StartsWith(name + " ", StringComparison.Ordinal))
        .Select(line => line[(name.Length + 1)..].Trim());

    [GeneratedRegex(@"ASPNETCORE_URLS=http://\+:(\d+)")]
    private static partial Regex Port();

    [GeneratedRegex(@"(\w+)=")]
    private static partial Regex Variable();
}
