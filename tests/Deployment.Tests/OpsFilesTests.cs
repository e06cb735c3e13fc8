using System.Text.RegularExpressions;
using Xunit;

namespace TaskList.Deployment.Tests;

/// <summary>nginx and Prometheus name the services of compose.yaml.</summary>
public sealed partial class OpsFilesTests
{
    /// <summary>Once among those for everybody, once among those with seats.</summary>
    [Fact]
    public void NginxKnowsEveryGateway() => Assert.Equal(Hosts("gateway").SelectMany(host => (string[])[host, host]), Named("ops/nginx/nginx.conf").Order());

    [Fact]
    public void PrometheusScrapesEverySiloAndGateway() => Assert.Equal(Hosts("gateway").Concat(Hosts("silo")), Named("ops/prometheus.yml").Order());

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

    [GeneratedRegex(@"\b(?:silo|gateway)-\d+:\d+")]
    private static partial Regex Host();
}
