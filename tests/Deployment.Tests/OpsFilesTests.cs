using System.Text.RegularExpressions;
using Xunit;

namespace TaskList.Deployment.Tests;

/// <summary>nginx and Prometheus name the services of compose.yaml.</summary>
public sealed partial class OpsFilesTests
{
    /// <summary>Once among those for everybody, once among those with seats.</summary>
    [Fact]
    public void NginxKnowsEveryGateway() => Assert.Equal(Hosts("gateway").SelectMany(host => (string[])[host, host]), Named("ops/nginx/compose.conf").Order());

    [Fact]
    public void PrometheusScrapesEverySiloAndGateway() => Assert.Equal(Hosts("gateway").Concat(Hosts("silo")), Named("ops/prometheus.yml").Order());

    /// <summary>nginx would keep the addresses that names had when it started: a gateway that is made anew has another one.</summary>
    [Theory, InlineData("compose"), InlineData("kubernetes")]
    public void NginxAsksAgainWhereGatewaysAre(string place)
    {
        var text = Repository.Read($"ops/nginx/{place}.conf");
        var image = (string)Compose.Service("nginx")["image"];

        Assert.Equal(Upstream().Count(text), Zone().Count(text));
        Assert.All(Server().Matches(text), server => Assert.Contains(" resolve ", server.Value, StringComparison.Ordinal));
        Assert.Matches(@"(?m)^resolver \S+ valid=\d+s;$", text);
        Assert.True(Version.Parse(ImageVersion().Match(image).Groups[1].Value) >= new Version(1, 30), "\"resolve\" is free from 1.27.3 on, \"sticky\" from 1.29.6.");
        Assert.Contains(image, Repository.Read("k8s/components/nginx/deployment.yaml"), StringComparison.Ordinal);
    }

    /// <summary>The adapter looks figures up by the first two; alerts name the job.</summary>
    [Theory, InlineData("namespace"), InlineData("pod"), InlineData("job")]
    public void PrometheusOfAClusterLabelsWhatTheAdapterAsksFor(string label)
    {
        Assert.Contains($"target_label: {label} }}", Repository.Read("ops/prometheus-kubernetes.yml"), StringComparison.Ordinal);
        if (label != "job") Assert.Contains($"{label}: {{ resource: {label} }}", Repository.Read("ops/prometheus-adapter.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public void NginxListensWhereComposeLooksForIt()
    {
        var inside = Assert.Single(Compose.Strings(Compose.Service("nginx"), "ports")).Split(':')[^1];

        Assert.Contains($"listen {inside};", Repository.Read("ops/nginx/nginx.conf"), StringComparison.Ordinal);
    }

    // The port is the one of the service's own health check.
    static IEnumerable<string> Hosts(string role) => Compose.Services
        .Where(service => service.Name.StartsWith(role, StringComparison.Ordinal))
        .Select(service =>
        {
            var check = ((Dictionary<object, object>)service.Body["healthcheck"])["test"];
            return $"{service.Name}:{new Uri((string)((List<object>)check)[^1]).Port}";
        })
        .Order();

    static IEnumerable<string> Named(string file) => Host().Matches(Repository.Read(file)).Select(match => match.Value);

    [GeneratedRegex("^upstream ", RegexOptions.Multiline)]
    private static partial Regex Upstream();

    [GeneratedRegex(@"^    zone \w+ \d+k;$", RegexOptions.Multiline)]
    private static partial Regex Zone();

    [GeneratedRegex("^    server .*$", RegexOptions.Multiline)]
    private static partial Regex Server();

    [GeneratedRegex(@":(\d+\.\d+)")]
    private static partial Regex ImageVersion();

    [GeneratedRegex(@"\b(?:silo|gateway)-\d+:\d+")]
    private static partial Regex Host();
}
