using k8s.Models;
using TaskList.Silo;
using Xunit;

namespace TaskList.Deployment.Tests;

/// <summary>The ways that are open between pods: these, and no other.</summary>
public sealed class NetworkTests
{
    static readonly SiloSettings Defaults = new();

    static readonly string[] Inside =
    [
        $"gateway > silo:{Defaults.OrleansGatewayPort}",
        $"silo > silo:{Defaults.OrleansGatewayPort}",
        $"silo > silo:{Defaults.SiloPort}",
        "(monitoring) > silo:8081",
        "(monitoring) > gateway:8080",
        "silo > redis:6379",
        "gateway > redis:6379",
        "silo > postgres:5432",
        "gateway > postgres:5432",
        "migration > postgres:5432",
        "postgres > postgres:5432",
        "postgres > postgres:8000",
        "(cnpg-system) > postgres:5432",
        "(cnpg-system) > postgres:8000",
        "(monitoring) > postgres:9187",
    ];

    static readonly string[] ByOwnNginx = ["(ingress) > nginx:8080", "nginx > gateway:8080"];

    static readonly string[] ByIngressNginx = ["(ingress-nginx) > gateway:8080"];

    public static TheoryData<string> Systems => [.. Overlay.Systems];

    [Theory, MemberData(nameof(Systems))]
    public async Task PodsReachWhatTheyNeedAndNothingElse(string folder) =>
        Assert.Equal(Inside.Concat(ByOwnNginx).Order(), new PodNetwork(await Overlay.Build(folder)).Open.Order());

    [Fact]
    public async Task AnotherWayInOpensOnlyItself() => Assert.Equal(
        Inside.Where(way => !way.Contains("redis", StringComparison.Ordinal) && !way.Contains("postgres", StringComparison.Ordinal)).Concat(ByIngressNginx).Order(),
        new PodNetwork(await Overlay.BuildWith("base", "components/ingress-nginx")).Open.Order());

    /// <summary>The Job that gives a new history, and afterwards everybody who was at home in the old one.</summary>
    [Fact]
    public async Task RestoredDatabaseLetsItsJobIn()
    {
        var ways = new PodNetwork(await Overlay.Build("restore")).Open.ToArray();

        Assert.Contains("restore > postgres:5432", ways);
        Assert.Contains("postgres > postgres:5432", ways);
        Assert.DoesNotContain("(elsewhere) > postgres:5432", ways);
    }

    [Theory, MemberData(nameof(Systems))]
    public async Task ServicesLeadToPortsThatListen(string folder)
    {
        var overlay = await Overlay.Build(folder);
        foreach (var service in overlay.Known.OfType<V1Service>())
        {
            var pod = Assert.Single(overlay.Workloads, workload => service.Spec.Selector.All(label => workload.Labels.Contains(label))).Spec;
            Assert.All(service.Spec.Ports, port => Assert.Contains(pod.Containers.SelectMany(container => container.Ports), listening => listening.Name == port.TargetPort.Value));
        }
    }
}
