using System.Text.RegularExpressions;
using k8s.Models;
using Xunit;

namespace TaskList.Deployment.Tests;

/// <summary>Rules that every overlay keeps, whatever it patches.</summary>
public sealed partial class OverlayTests
{
    public static TheoryData<string> Folders => [.. Overlay.Folders];

    [Theory, MemberData(nameof(Folders))]
    public async Task ObjectsOfTheDatabaseAreWhatItsOperatorPublishes(string folder) => Assert.All((await Overlay.Build(folder)).Others, one =>
        Assert.Empty(PublishedSchema.Faults(one, PublishedSchema.Read(one["kind"]!.GetValue<string>()))));

    [Fact]
    public async Task WhatTheOperatorDoesNotKnowIsSeen()
    {
        var cluster = (await Overlay.Build("overlays/production")).Other("Cluster");
        var spec = cluster["spec"]!.AsObject();
        spec["instanzes"] = 3;
        spec["postgresql"]!["synchronous"]!["method"] = "all";
        spec["instances"] = "three";

        Assert.Equal(
            [".spec.instances is not integer", ".spec.instanzes is unknown", ".spec.postgresql.synchronous.method may not be all"],
            PublishedSchema.Faults(cluster, PublishedSchema.Read("Cluster")).Order());
    }

    [Theory, MemberData(nameof(Folders))]
    public async Task NoSecretIsInGit(string folder) => Assert.Empty((await Overlay.Build(folder)).Known.OfType<V1Secret>());

    [Theory, MemberData(nameof(Folders))]
    public async Task NoPodMayDoWhatItNeedNot(string folder)
    {
        var overlay = await Overlay.Build(folder);
        var accounts = overlay.Known.Concat(Manifests.All).OfType<V1ServiceAccount>().Where(account => account.AutomountServiceAccountToken is false).Select(account => account.Metadata.Name).ToArray();
        Assert.All(overlay.Pods, pod =>
        {
            Assert.Contains(pod.ServiceAccountName, accounts);
            Assert.False(pod.AutomountServiceAccountToken);
            Assert.True(pod.SecurityContext.RunAsNonRoot);
            Assert.True(pod.SecurityContext.RunAsUser > 0);
            Assert.Equal("RuntimeDefault", pod.SecurityContext.SeccompProfile.Type);
        });
        Assert.All(overlay.Containers, container =>
        {
            Assert.True(container.SecurityContext.ReadOnlyRootFilesystem);
            Assert.False(container.SecurityContext.AllowPrivilegeEscalation);
            Assert.Equal(["ALL"], container.SecurityContext.Capabilities.Drop);
            Assert.NotNull(container.Resources.Limits["memory"]);
            Assert.NotNull(container.Resources.Requests["cpu"]);
            Assert.Matches(Version(), container.Image);
        });
    }

    [Theory, MemberData(nameof(Folders))]
    public async Task WhateverRunsOnIsProbed(string folder)
    {
        var overlay = await Overlay.Build(folder);
        var lasting = overlay.Known.OfType<V1Deployment>().Select(one => one.Spec.Template.Spec).Concat(overlay.Known.OfType<V1StatefulSet>().Select(one => one.Spec.Template.Spec));
        Assert.All(lasting.SelectMany(pod => pod.Containers), container =>
        {
            Assert.NotNull(container.StartupProbe);
            Assert.NotNull(container.ReadinessProbe);
            Assert.NotNull(container.LivenessProbe);
        });
    }

    [Fact]
    public async Task ProductionLosesNothingWithOneMachine()
    {
        var overlay = await Overlay.Build("overlays/production");
        var cluster = overlay.Other("Cluster")["spec"]!;

        Assert.Equal(3, cluster["instances"]!.GetValue<int>());
        Assert.Equal("required", cluster["postgresql"]!["synchronous"]!["dataDurability"]!.GetValue<string>());
        var archiver = cluster["plugins"]!.AsArray().Single(plugin => plugin!["isWALArchiver"]!.GetValue<bool>())!;
        Assert.Equal(overlay.Other("ObjectStore")["metadata"]!["name"]!.GetValue<string>(), archiver["parameters"]!["barmanObjectName"]!.GetValue<string>());
        Assert.Equal("plugin", overlay.Other("ScheduledBackup")["spec"]!["method"]!.GetValue<string>());
        Assert.Equal(archiver["name"]!.GetValue<string>(), overlay.Other("ScheduledBackup")["spec"]!["pluginConfiguration"]!["name"]!.GetValue<string>());
        Assert.All(overlay.Known.OfType<V2HorizontalPodAutoscaler>(), scaler => Assert.True(scaler.Spec.MinReplicas >= 3));
        var redis = overlay.Known.OfType<V1StatefulSet>().Single();
        Assert.Contains("noeviction", redis.Spec.Template.Spec.Containers[0].Args);
        Assert.Contains("--appendonly", redis.Spec.Template.Spec.Containers[0].Args);
        Assert.NotEmpty(redis.Spec.VolumeClaimTemplates);
    }

    /// <summary>A figure that cannot be read keeps an autoscaler from ever taking a pod away, so those of our own are asked for only where somebody wants them.</summary>
    [Theory, MemberData(nameof(Folders))]
    public async Task AutoscalersNeedNobodyButTheCluster(string folder) => Assert.All((await Overlay.Build(folder)).Known.OfType<V2HorizontalPodAutoscaler>(),
        scaler => Assert.Equal("cpu", Assert.Single(scaler.Spec.Metrics).Resource.Name));

    [Fact]
    public async Task LoadMetricsAreFiguresThatExist()
    {
        var code = string.Concat(Directory.EnumerateFiles(Repository.Path("src"), "*Metrics.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        var adapter = Repository.Read("ops/prometheus-adapter.yaml");
        Assert.All((await Overlay.BuildWith("overlays/production", "components/load-metrics")).Known.OfType<V2HorizontalPodAutoscaler>(), scaler =>
        {
            var asked = scaler.Spec.Metrics.Single(metric => metric.Type == "Pods").Pods.Metric.Name;
            Assert.Contains($"\"{asked}\"", code, StringComparison.Ordinal);
            Assert.Contains(asked, adapter, StringComparison.Ordinal);
            Assert.Contains(scaler.Spec.Metrics, metric => metric.Type == "Resource" && metric.Resource.Name == "cpu");
        });
    }

    // A version or a digest, and never "latest".
    [GeneratedRegex(@"^[\w./-]+(:v?\d+[\w.-]*|@sha256:[0-9a-f]{64})$")]
    private static partial Regex Version();
}
