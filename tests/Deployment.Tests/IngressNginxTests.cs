using k8s.Models;
using Xunit;

namespace TaskList.Deployment.Tests;

/// <summary>The component for clusters that still run the controller ingress-nginx, read without building it.</summary>
public sealed class IngressNginxTests
{
    static readonly object[] All = [.. new[] { "gateway-sockets", "ingress", "network-policy" }.SelectMany(file => Manifests.Parse(Repository.Read($"k8s/components/ingress-nginx/{file}.yaml")))];

    [Fact]
    public void IngressesLeadToTheGatewayAndKeepQuietSockets() => Assert.All(Ingresses, ingress =>
    {
        var backend = Path(ingress).Backend.Service;
        var service = Manifests.All.Concat(All).OfType<V1Service>().Single(candidate => candidate.Metadata.Name == backend.Name);

        Assert.Equal("nginx", ingress.Spec.IngressClassName);
        Assert.Contains(service.Spec.Ports, port => port.Name == backend.Port.Name);
        Assert.Equal("gateway", service.Spec.Selector["app.kubernetes.io/name"]);
        Assert.Equal(ingress.Spec.Rules.Single().Host, ingress.Spec.Tls.Single().Hosts.Single());
        foreach (var timeout in new[] { "proxy-read-timeout", "proxy-send-timeout" })
            Assert.True(int.Parse(Annotation(ingress, timeout)!, System.Globalization.CultureInfo.InvariantCulture) > 30, "SignalR's keep-alive comes every 15 s.");
        Assert.Equal("false", Annotation(ingress, "enable-access-log"));
    });

    /// <summary>Two ways to the hub: one with a seat, and a canary of it, which needs a service of its own, for what asks for a WebSocket.</summary>
    [Fact]
    public void OnlyConnectionsWithoutAWebSocketHaveASeat()
    {
        var seated = Assert.Single(Ingresses, ingress => Annotation(ingress, "affinity") is not null);
        var sockets = Assert.Single(Ingresses, ingress => Annotation(ingress, "canary") == "true");

        Assert.Equal("legacy", Annotation(seated, "affinity-canary-behavior"));
        Assert.Equal(("Upgrade", "websocket"), (Annotation(sockets, "canary-by-header"), Annotation(sockets, "canary-by-header-value")));
        Assert.Equal((Path(seated).Path, seated.Spec.Rules.Single().Host), (Path(sockets).Path, sockets.Spec.Rules.Single().Host));
        Assert.Equal("/hubs/", Path(seated).Path);
        Assert.NotEqual(Path(seated).Backend.Service.Name, Path(sockets).Backend.Service.Name);
    }

    static IEnumerable<V1Ingress> Ingresses => All.OfType<V1Ingress>();

    static V1HTTPIngressPath Path(V1Ingress ingress) => ingress.Spec.Rules.Single().Http.Paths.Single();

    static string? Annotation(V1Ingress ingress, string name) => ingress.Metadata.Annotations.TryGetValue($"nginx.ingress.kubernetes.io/{name}", out var value) ? value : null;
}
