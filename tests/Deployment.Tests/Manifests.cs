using k8s;
using k8s.Models;

namespace TaskList.Deployment.Tests;

/// <summary>The objects of k8s/base, read strictly: a field that Kubernetes does not know is an error.</summary>
static class Manifests
{
    const string Folder = "k8s/base";

    public static string BasePath { get; } = Repository.Path(Folder);

    public static string[] Files { get; } = [.. Directory.EnumerateFiles(BasePath, "*.yaml").Select(file => Path.GetFileName(file)).Where(file => file != "kustomization.yaml").Order()];

    public static object[] All { get; } = [.. Files.SelectMany(file => Parse(Repository.Read($"{Folder}/{file}")))];

    public static IEnumerable<V1Deployment> Deployments => All.OfType<V1Deployment>();

    public static List<object> Parse(string yaml) => KubernetesYaml.LoadAllFromString(yaml, null, true);

    public static V1Container OnlyContainer(this V1Deployment deployment) => deployment.Spec.Template.Spec.Containers.Single();

    public static string? Setting(this V1Deployment deployment, string name) => deployment.OnlyContainer().Env.SingleOrDefault(variable => variable.Name == name)?.Value;

    public static V1Deployment Called(string name) => Deployments.Single(deployment => deployment.Metadata.Name == name);
}
