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
        var built = await Overlay.Build("base");

        Assert.Equal(Names(Manifests.All), Names(built.Known));
    }

    static IEnumerable<string> Names(IEnumerable<object> objects) => objects
        .Cast<k8s.IKubernetesObject<k8s.Models.V1ObjectMeta>>()
        .Select(one => $"{one.Kind}/{one.Metadata.Name}")
        .Order();
}
