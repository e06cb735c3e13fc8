using System.Diagnostics;
using YamlDotNet.Serialization;
using Xunit;

namespace TaskList.Deployment.Tests;

public sealed class KustomizeTests
{
    [Fact]
    public void KustomizationListsEveryFile()
    {
        var kustomization = new Deserializer().Deserialize<Dictionary<string, object>>(Repository.Read("k8s/base/kustomization.yaml"));

        Assert.Equal(Manifests.Files, ((List<object>)kustomization["resources"]).Cast<string>().Order());
    }

    [Fact]
    public async Task KustomizeBuildsTheSameObjects()
    {
        var built = Manifests.Parse(await BuildAsync(TestContext.Current.CancellationToken));

        Assert.Equal(Names(Manifests.All), Names(built));
    }

    static IEnumerable<string> Names(IEnumerable<object> objects) => objects
        .Cast<k8s.IKubernetesObject<k8s.Models.V1ObjectMeta>>()
        .Select(one => $"{one.Kind}/{one.Metadata.Name}")
        .Order();

    static async Task<string> BuildAsync(CancellationToken cancellation)
    {
        var kubectl = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, "kubectl"))
            .FirstOrDefault(File.Exists);
        if (kubectl is null) Assert.Skip("kubectl is not installed; the plain files are tested without it.");

        using var process = Process.Start(new ProcessStartInfo(kubectl, ["kustomize", Manifests.BasePath])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        var output = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        Assert.True(process.ExitCode == 0, await errors);
        return output;
    }
}
