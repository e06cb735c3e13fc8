using System.Text.Json.Nodes;
using k8s;
using k8s.Models;
using YamlDotNet.Serialization;

namespace TaskList.Deployment.Tests;

/// <summary>What <c>kubectl apply -k</c> would send: built by kustomize, Kubernetes' own kinds read strictly, others held against their published schema.</summary>
sealed class Overlay
{
    static readonly string[] ForeignGroups = ["postgresql.cnpg.io", "barmancloud.cnpg.io"];

    Overlay(object[] known, JsonObject[] others) => (Known, Others) = (known, others);

    /// <summary>Folders below k8s that are applied as they are.</summary>
    public static string[] Folders => ["base", "overlays/development", "overlays/production", "restore"];

    /// <summary>Those of them that are the whole system.</summary>
    public static string[] Systems => ["overlays/development", "overlays/production"];

    public object[] Known { get; }

    /// <summary>Of kinds that Kubernetes itself does not have.</summary>
    public JsonObject[] Others { get; }

    /// <summary>Everything that makes pods, with the name of its own and the labels of theirs.</summary>
    public IEnumerable<(string Name, IDictionary<string, string> Labels, V1PodSpec Spec)> Workloads =>
        Known.OfType<V1Deployment>().Select(one => (one.Metadata.Name, one.Spec.Template))
            .Concat(Known.OfType<V1StatefulSet>().Select(one => (one.Metadata.Name, one.Spec.Template)))
            .Concat(Known.OfType<V1Job>().Select(one => (one.Metadata.Name, one.Spec.Template)))
            .Select(one => (one.Name, one.Template.Metadata.Labels, one.Template.Spec));

    public IEnumerable<V1PodSpec> Pods => Workloads.Select(workload => workload.Spec);

    public IEnumerable<V1Container> Containers => Pods.SelectMany(pod => pod.Containers.Concat(pod.InitContainers ?? []));

    public JsonObject Other(string kind) => Others.Single(one => one["kind"]!.GetValue<string>() == kind);

    public static Task<Overlay> Build(string folder) => BuildAt(Repository.Path($"k8s/{folder}"));

    /// <summary>An overlay of this repository with components that it does not have by itself.</summary>
    public static async Task<Overlay> BuildWith(string folder, params string[] components)
    {
        var extra = Directory.CreateTempSubdirectory("tasklist-overlay-");
        try
        {
            string Reach(string name) => Path.GetRelativePath(extra.FullName, Repository.Path($"k8s/{name}"));
            await File.WriteAllTextAsync(Path.Combine(extra.FullName, "kustomization.yaml"),
                $"apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [{Reach(folder)}]\ncomponents: [{string.Join(", ", components.Select(Reach))}]\n");
            return await BuildAt(extra.FullName);
        }
        finally
        {
            extra.Delete(recursive: true);
        }
    }

    static async Task<Overlay> BuildAt(string folder)
    {
        var documents = (await Kubectl.BuildAsync(folder)).Split("\n---\n");
        static bool IsForeign(string document) => ForeignGroups.Any(group => document.Contains($"apiVersion: {group}/", StringComparison.Ordinal));
        return new Overlay(
            [.. documents.Where(document => !IsForeign(document)).SelectMany(document => KubernetesYaml.LoadAllFromString(document, null, true))],
            [.. documents.Where(IsForeign).Select(ToJson)]);
    }

    static JsonObject ToJson(string yaml)
    {
        var read = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build().Deserialize<object>(yaml);
        var text = new SerializerBuilder().JsonCompatible().Build().Serialize(read);
        return JsonNode.Parse(text)!.AsObject();
    }
}
