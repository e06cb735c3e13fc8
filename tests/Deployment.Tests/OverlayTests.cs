using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using k8s.Models;
using Xunit;

namespace TaskList.Deployment.Tests;

/// <summary>Rules that every overlay keeps, whatever it patches.</summary>
public sealed partial class OverlayTests
{
    public static TheoryData<string> Folders => [.. Overlay.Folders];

    [Theory, MemberData(nameof(Folders))]
    public async Task ObjectsOfTheDatabaseAreWhatItsOperatorPublishes(string folder) => Assert.All((await Built(folder)).Others, one =>
        Assert.Empty(PublishedSchema.Faults(one, PublishedSchema.Read(one["kind"]!.GetValue<string>()))));

    [Fact]
    public async Task WhatTheOperatorDoesNotKnowIsSeen()
    {
        var cluster = (await Built("overlays/production")).Others.Single(one => one["kind"]!.GetValue<string>() == "Cluster");
        var spec = cluster["spec"]!.AsObject();
        spec["instanzes"] = 3;
        spec["postgresql"]!["synchronous"]!["method"] = "all";
        spec["instances"] = "three";

        Assert.Equal(
            [".spec.instances is not integer", ".spec.instanzes is unknown", ".spec.postgresql.synchronous.method may not be all"],
            PublishedSchema.Faults(cluster, PublishedSchema.Read("Cluster")).Order());
    }

    [Theory, MemberData(nameof(Folders))]
    public async Task NoSecretIsInGit(string folder) => Assert.Empty((await Built(folder)).Known.OfType<V1Secret>());

    [Theory, MemberData(nameof(Folders))]
    public async Task NoPodMayDoWhatItNeedNot(string folder)
    {
        var overlay = await Built(folder);
        var accounts = overlay.Known.OfType<V1ServiceAccount>().Where(account => account.AutomountServiceAccountToken is false).Select(account => account.Metadata.Name).ToArray();
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
        var overlay = await Built(folder);
        var lasting = overlay.Known.OfType<V1Deployment>().Select(one => one.Spec.Template.Spec).Concat(overlay.Known.OfType<V1StatefulSet>().Select(one => one.Spec.Template.Spec));
        Assert.All(lasting.SelectMany(pod => pod.Containers), container =>
        {
            Assert.NotNull(container.StartupProbe);
            Assert.NotNull(container.ReadinessProbe);
            Assert.NotNull(container.LivenessProbe);
        });
    }

    [Theory, MemberData(nameof(Folders))]
    public async Task EveryPodIsBehindAPolicy(string folder)
    {
        var overlay = await Built(folder);
        var guarded = overlay.Known.OfType<V1NetworkPolicy>().Select(policy => policy.Spec.PodSelector.MatchLabels).ToArray();
        var served = overlay.Known.OfType<V1Deployment>().Select(one => one.Spec.Template.Metadata.Labels).Concat(overlay.Known.OfType<V1StatefulSet>().Select(one => one.Spec.Template.Metadata.Labels));

        Assert.All(served, labels => Assert.Contains(guarded, selector => selector.All(label => labels.TryGetValue(label.Key, out var value) && value == label.Value)));
    }

    [Fact]
    public async Task ProductionLosesNothingWithOneMachine()
    {
        var overlay = await Built("overlays/production");
        var cluster = overlay.Others.Single(one => one["kind"]!.GetValue<string>() == "Cluster")["spec"]!;

        Assert.Equal(3, cluster["instances"]!.GetValue<int>());
        Assert.Equal("required", cluster["postgresql"]!["synchronous"]!["dataDurability"]!.GetValue<string>());
        Assert.NotNull(cluster["backup"]!["barmanObjectStore"]);
        Assert.Contains(overlay.Others, one => one["kind"]!.GetValue<string>() == "ScheduledBackup");
        Assert.All(overlay.Known.OfType<V2HorizontalPodAutoscaler>(), scaler => Assert.True(scaler.Spec.MinReplicas >= 3));
        var redis = overlay.Known.OfType<V1StatefulSet>().Single();
        Assert.Contains("noeviction", redis.Spec.Template.Spec.Containers[0].Args);
        Assert.Contains("--appendonly", redis.Spec.Template.Spec.Containers[0].Args);
        Assert.NotEmpty(redis.Spec.VolumeClaimTemplates);
    }

    [Fact]
    public async Task ProductionScalesOnFiguresThatExistAndOnTheProcessorWithoutThem()
    {
        var code = string.Concat(Directory.EnumerateFiles(Repository.Path("src"), "*Metrics.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        var adapter = Repository.Read("ops/prometheus-adapter.yaml");
        Assert.All((await Built("overlays/production")).Known.OfType<V2HorizontalPodAutoscaler>(), scaler =>
        {
            var asked = scaler.Spec.Metrics.Single(metric => metric.Type == "Pods").Pods.Metric.Name;
            Assert.Contains($"\"{asked}\"", code, StringComparison.Ordinal);
            Assert.Contains(asked, adapter, StringComparison.Ordinal);
            Assert.Contains(scaler.Spec.Metrics, metric => metric.Type == "Resource" && metric.Resource.Name == "cpu");
        });
    }

    [Theory, MemberData(nameof(Folders))]
    public async Task EverySecretThatIsAskedForIsDocumented(string folder)
    {
        var overlay = await Built(folder);
        var asked = overlay.Containers.SelectMany(container => container.Env ?? []).Select(variable => variable.ValueFrom?.SecretKeyRef?.Name)
            .Concat(overlay.Pods.SelectMany(pod => pod.Volumes ?? []).Select(volume => volume.Secret?.SecretName))
            .Concat(overlay.Others.SelectMany(SecretsOf))
            .OfType<string>().Distinct();

        Assert.All(asked, name => Assert.Contains($"create secret generic {name}", Repository.Read("docs/operations.md"), StringComparison.Ordinal));
    }

    static IEnumerable<string?> SecretsOf(JsonObject cluster) =>
    [
        cluster["spec"]!["bootstrap"]?["initdb"]?["secret"]?["name"]?.GetValue<string>(),
        cluster["spec"]!["backup"]?["barmanObjectStore"]?["s3Credentials"]?["accessKeyId"]?["name"]?.GetValue<string>(),
    ];

    static async Task<Overlay> Built(string folder)
    {
        var overlay = await Overlay.Build(folder, TestContext.Current.CancellationToken);
        if (overlay is null) Assert.Skip("kubectl is not installed; the base is tested without it.");
        return overlay;
    }

    // A version or a digest, and never "latest".
    [GeneratedRegex(@"^[\w./-]+(:v?\d+[\w.-]*|@sha256:[0-9a-f]{64})$")]
    private static partial Regex Version();
}
