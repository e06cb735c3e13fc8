using k8s.Models;
using Xunit;

namespace TaskList.Deployment.Tests;

/// <summary>k8s/restore: a second database out of what the first one archived, and a Job that makes it fit to be served.</summary>
public sealed class RestoreTests
{
    [Fact]
    public async Task RestoredDatabaseReadsWhatTheOldOneArchived()
    {
        var (old, restored) = (await Overlay.Build("overlays/production"), await Overlay.Build("restore"));
        var (from, to) = (old.Other("Cluster"), restored.Other("Cluster"));
        var source = to["spec"]!["externalClusters"]!.AsArray().Single(one => one!["name"]!.ToString() == to["spec"]!["bootstrap"]!["recovery"]!["source"]!.ToString())!["plugin"]!;
        var archiver = from["spec"]!["plugins"]![0]!;

        Assert.NotEqual(Name(from), Name(to));
        Assert.Equal(Name(from), source["parameters"]!["serverName"]!.ToString());
        Assert.Equal(archiver["parameters"]!["barmanObjectName"]!.ToString(), source["parameters"]!["barmanObjectName"]!.ToString());
        Assert.Equal(from["spec"]!["storage"]!.ToJsonString(), to["spec"]!["storage"]!.ToJsonString());
        Assert.Equal(Name(to), restored.Other("ScheduledBackup")["spec"]!["cluster"]!["name"]!.ToString());
        Assert.Equal(from["spec"]!["bootstrap"]!["initdb"]!["secret"]!.ToJsonString(), to["spec"]!["bootstrap"]!["recovery"]!["secret"]!.ToJsonString());
    }

    [Fact]
    public async Task JobWaitsAndGivesANewHistoryBeforeItChecks()
    {
        var restored = await Overlay.Build("restore");
        var job = Assert.Single(restored.Known.OfType<V1Job>());
        var pod = job.Spec.Template.Spec;

        Assert.True(job.Spec.Suspend);
        Assert.Equal(["new-history"], Assert.Single(pod.InitContainers).Args);
        Assert.Equal(["verify"], Assert.Single(pod.Containers).Args);
        Assert.All([.. pod.InitContainers, .. pod.Containers], container => Assert.StartsWith(
            $"Host={Name(restored.Other("Cluster"))}-rw;", container.Env.Single(variable => variable.Name == "ConnectionStrings__Postgres").Value, StringComparison.Ordinal));
    }

    [Theory, InlineData("overlays/development"), InlineData("overlays/production")]
    public async Task NobodyRestoresByApplyingAnOverlay(string folder) =>
        Assert.DoesNotContain((await Overlay.Build(folder)).Known.OfType<V1Job>(), job => job.Metadata.Name == "restore");

    static string Name(System.Text.Json.Nodes.JsonObject one) => one["metadata"]!["name"]!.ToString();
}
