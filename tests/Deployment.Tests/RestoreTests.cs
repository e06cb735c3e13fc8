using System.Text.RegularExpressions;
using k8s.Models;
using Xunit;

namespace TaskList.Deployment.Tests;

/// <summary>k8s/restore: a second database out of what the first one archived, and a Job that makes it fit to be served.</summary>
public sealed partial class RestoreTests
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

    /// <summary>Somebody types these at night.</summary>
    [Fact]
    public async Task CommandsOfThePageNameWhatExists()
    {
        var page = Repository.Read("docs/operations.md").Split("**On Kubernetes** the archive")[1].Split("For any moment of the past")[0];
        var (system, restored) = (await Overlay.Build("overlays/production"), await Overlay.Build("restore"));
        string[] there =
        [
            .. system.Known.OfType<V1Deployment>().Select(one => $"deployment {one.Metadata.Name}"),
            .. restored.Known.OfType<V1Job>().Select(one => $"job/{one.Metadata.Name}"),
            $"cluster/{Name(restored.Other("Cluster"))}",
            .. Compose.Services.Select(service => $"--no-deps {service.Name}"),
        ];

        Assert.All(Named().Matches(page), name => Assert.Contains(name.Value, there));
        Assert.All(Verb().Matches(page), verb => Assert.Contains($"\"{verb.Groups[1].Value}\"", Repository.Read("src/Silo/Operations/LogCommand.cs"), StringComparison.Ordinal));
        Assert.True(Named().Count(page) >= 9 && Verb().Count(page) == 2);
    }

    [GeneratedRegex(@"deployment \w+|job/\w+|cluster/[\w-]+|--no-deps (?!-)[\w-]+")]
    private static partial Regex Named();

    [GeneratedRegex(@"--no-deps silo-1 ([\w-]+)")]
    private static partial Regex Verb();

    static string Name(System.Text.Json.Nodes.JsonObject one) => one["metadata"]!["name"]!.ToString();
}
