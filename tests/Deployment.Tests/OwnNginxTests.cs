using System.Globalization;
using System.Text.RegularExpressions;
using k8s.Models;
using Xunit;

namespace TaskList.Deployment.Tests;

/// <summary>k8s/components/nginx: the configuration that tests/Operations.Tests runs on a real nginx, in a pod.</summary>
public sealed partial class OwnNginxTests
{
    [Fact]
    public async Task PodsRunTheConfigurationOfOps()
    {
        var overlay = await Overlay.Build("overlays/production");
        var pod = Assert.Single(overlay.Workloads, workload => workload.Name == "nginx").Spec;
        var map = overlay.Known.OfType<V1ConfigMap>().Single(one => one.Metadata.Name == pod.Volumes.Single(volume => volume.Name == "configuration").ConfigMap.Name);
        var folder = pod.Containers[0].VolumeMounts.Single(mount => mount.Name == "configuration").MountPath;

        Assert.Equal(Repository.Read("ops/nginx/nginx.conf"), map.Data["nginx.conf"]);
        Assert.Equal(Repository.Read("ops/nginx/kubernetes.conf"), map.Data["gateways.conf"]);
        Assert.Contains($"{folder}/nginx.conf", pod.Containers[0].Command);
        // A new content has a new name, so that applying it rolls the pods out.
        Assert.NotEqual("nginx", map.Metadata.Name);
    }

    [Fact]
    public async Task GatewaysAreFoundOneByOne()
    {
        var overlay = await Overlay.Build("overlays/production");
        var named = Assert.Single(Server().Matches(Repository.Read("ops/nginx/kubernetes.conf")).Select(match => match.Groups[1].Value).Distinct());
        var service = Assert.Single(overlay.Known.OfType<V1Service>(), one => named == string.Create(CultureInfo.InvariantCulture,
            $"{one.Metadata.Name}.{one.Metadata.NamespaceProperty}.svc.cluster.local:{overlay.Workloads.Single(workload => workload.Name == "gateway").Spec.Containers[0].Ports[0].ContainerPort}"));

        Assert.Equal("None", service.Spec.ClusterIP);
    }

    [Fact]
    public async Task OneIngressLeadsToIt()
    {
        var overlay = await Overlay.Build("overlays/production");
        var ingress = Assert.Single(overlay.Known.OfType<V1Ingress>());
        var pod = Assert.Single(overlay.Workloads, workload => workload.Name == "nginx").Spec;
        var shutdown = int.Parse(ShutdownSeconds().Match(Repository.Read("ops/nginx/nginx.conf")).Groups[1].Value, CultureInfo.InvariantCulture);
        var sleep = int.Parse(pod.Containers[0].Lifecycle.PreStop.Exec.Command[^1], CultureInfo.InvariantCulture);

        Assert.Equal("nginx", ingress.Spec.Rules.Single().Http.Paths.Single().Backend.Service.Name);
        Assert.Equal(ingress.Spec.Rules.Single().Host, ingress.Spec.Tls.Single().Hosts.Single());
        Assert.Null(ingress.Metadata.Annotations);
        Assert.True(pod.TerminationGracePeriodSeconds > sleep + shutdown);
    }

    [GeneratedRegex(@"^    server (\S+)", RegexOptions.Multiline)]
    private static partial Regex Server();

    [GeneratedRegex(@"worker_shutdown_timeout (\d+)s;")]
    private static partial Regex ShutdownSeconds();
}
