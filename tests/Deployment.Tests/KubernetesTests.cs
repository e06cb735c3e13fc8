using k8s.Models;
using TaskList.Silo;
using Xunit;

namespace TaskList.Deployment.Tests;

public sealed class KubernetesTests
{
    public static TheoryData<string> DeploymentNames => ["silo", "gateway"];

    [Fact]
    public void MisspelledFieldsAreRefused() =>
        Assert.ThrowsAny<Exception>(() => Manifests.Parse("apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: x }\nspec: { replicaz: 2 }\n"));

    [Fact]
    public void BaseHoldsTwoDeploymentsAndNoSecret()
    {
        Assert.Equal(["gateway", "silo"], Manifests.Deployments.Select(deployment => deployment.Metadata.Name).Order());
        Assert.Empty(Manifests.All.OfType<V1Secret>());
    }

    [Theory, MemberData(nameof(DeploymentNames))]
    public void SelectorsFindTheirPods(string name)
    {
        var deployment = Manifests.Called(name);
        var pod = deployment.Spec.Template.Metadata.Labels;

        Assert.Equal(pod, deployment.Spec.Selector.MatchLabels);
        Assert.Equal(pod, Manifests.All.OfType<V1Service>().Single(service => service.Metadata.Name == name).Spec.Selector);
        Assert.Equal(pod, Manifests.All.OfType<V1PodDisruptionBudget>().Single(budget => budget.Metadata.Name == name).Spec.Selector.MatchLabels);
        Assert.Equal(pod, Manifests.All.OfType<V1NetworkPolicy>().Single(policy => policy.Metadata.Name == name).Spec.PodSelector.MatchLabels);
        Assert.All(deployment.Spec.Template.Spec.TopologySpreadConstraints, spread => Assert.Equal(pod, spread.LabelSelector.MatchLabels));
        Assert.Equal(2, deployment.Spec.Template.Spec.TopologySpreadConstraints.Count);
    }

    [Theory, MemberData(nameof(DeploymentNames))]
    public void AutoscalersOwnTheNumberOfReplicas(string name)
    {
        var scaler = Manifests.All.OfType<V2HorizontalPodAutoscaler>().Single(candidate => candidate.Spec.ScaleTargetRef.Name == name);

        Assert.Equal("Deployment", scaler.Spec.ScaleTargetRef.Kind);
        Assert.True(scaler.Spec.MinReplicas >= 2);
        Assert.True(scaler.Spec.MaxReplicas > scaler.Spec.MinReplicas);
        Assert.Null(Manifests.Called(name).Spec.Replicas);
    }

    [Theory, MemberData(nameof(DeploymentNames))]
    public void AllThreeProbesAskTheRightQuestion(string name)
    {
        var container = Manifests.Called(name).OnlyContainer();

        Assert.Equal("/health/started", container.StartupProbe.HttpGet.Path);
        Assert.Equal("/health/ready", container.ReadinessProbe.HttpGet.Path);
        Assert.Equal("/health/live", container.LivenessProbe.HttpGet.Path);
        Assert.All([container.StartupProbe, container.ReadinessProbe, container.LivenessProbe], probe => Assert.Equal("http", probe.HttpGet.Port.Value));
        Assert.True(container.StartupProbe.PeriodSeconds * container.StartupProbe.FailureThreshold >= 120, "A start may wait for the schema's lock and for the cluster.");
    }

    [Theory, MemberData(nameof(DeploymentNames))]
    public void PodsMayDoNothingTheyNeedNot(string name)
    {
        var pod = Manifests.Called(name).Spec.Template.Spec;
        var container = pod.Containers.Single();

        Assert.False(pod.AutomountServiceAccountToken);
        Assert.True(pod.SecurityContext.RunAsNonRoot);
        Assert.NotEqual(0, pod.SecurityContext.RunAsUser);
        Assert.Equal("RuntimeDefault", pod.SecurityContext.SeccompProfile.Type);
        Assert.True(container.SecurityContext.ReadOnlyRootFilesystem);
        Assert.False(container.SecurityContext.AllowPrivilegeEscalation);
        Assert.Equal(["ALL"], container.SecurityContext.Capabilities.Drop);
        Assert.NotNull(container.Resources.Limits["memory"]);
    }

    [Theory, MemberData(nameof(DeploymentNames))]
    public void PodsHaveTimeToLeave(string name)
    {
        var deployment = Manifests.Called(name);
        var drain = int.Parse(deployment.Setting("Shutdown__DrainSeconds") ?? "0", System.Globalization.CultureInfo.InvariantCulture);

        Assert.True(deployment.Spec.Template.Spec.TerminationGracePeriodSeconds > LastMoment.Seconds + drain);
        Assert.Equal("0", deployment.Spec.Strategy.RollingUpdate.MaxUnavailable.Value);
    }

    [Theory, MemberData(nameof(DeploymentNames))]
    public void SettingsAreOnesTheCodeReads(string name)
    {
        var shared = Manifests.All.OfType<V1ConfigMap>().Single(map => map.Metadata.Name == "tasklist-settings").Data.Keys;
        var own = Manifests.Called(name).OnlyContainer().Env.Select(variable => variable.Name);

        Assert.DoesNotContain(shared.Concat(own), variable => !KnownSettings.Knows(variable));
    }

    [Theory, MemberData(nameof(DeploymentNames))]
    public void PasswordsComeFromSecrets(string name)
    {
        var connections = Manifests.Called(name).OnlyContainer().Env.Where(variable => variable.Name.StartsWith("ConnectionStrings__", StringComparison.Ordinal)).ToArray();

        Assert.NotEmpty(connections);
        Assert.All(connections, variable => Assert.NotNull(variable.ValueFrom.SecretKeyRef));
    }

    [Theory, MemberData(nameof(DeploymentNames))]
    public void ImagesNameAVersion(string name) =>
        Assert.Matches(@"^tasklist/\w+:\d+\.\d+\.\d+$", Manifests.Called(name).OnlyContainer().Image);

    [Fact]
    public void SiloPortsAreTheDefaultsOfTheCode()
    {
        var silo = Manifests.Called("silo");
        var ports = silo.OnlyContainer().Ports.ToDictionary(port => port.Name, port => port.ContainerPort);
        var defaults = new SiloSettings();

        Assert.Equal(defaults.SiloPort, ports["silo"]);
        Assert.Equal(defaults.OrleansGatewayPort, ports["orleans"]);
        Assert.Equal($"http://+:{ports["http"]}", silo.Setting("ASPNETCORE_URLS"));
    }

    [Fact]
    public void SilosAdvertiseTheAddressOfTheirPod() =>
        Assert.Equal("status.podIP", Manifests.Called("silo").OnlyContainer().Env.Single(variable => variable.Name == "Cluster__AdvertisedAddress").ValueFrom.FieldRef.FieldPath);

    [Fact]
    public void NamedPortsExist()
    {
        foreach (var service in Manifests.All.OfType<V1Service>())
            Assert.All(service.Spec.Ports, port => Assert.Contains(port.TargetPort.Value, PortNames(service.Spec.Selector["app.kubernetes.io/name"])));
    }

    static IEnumerable<string> PortNames(string deployment) => Manifests.Called(deployment).OnlyContainer().Ports.Select(port => port.Name);
}
