using System.Diagnostics;
using System.Text.Json.Nodes;
using k8s;
using k8s.Models;
using YamlDotNet.Serialization;

namespace TaskList.Deployment.Tests;

/// <summary>What <c>kubectl apply -k</c> would send: built by kustomize, Kubernetes' own kinds read strictly, others held against their published schema.</summary>
sealed class Overlay
{
    static readonly string? Kubectl = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "kubectl"))
        .FirstOrDefault(File.Exists);

    Overlay(object[] known, JsonObject[] others) => (Known, Others) = (known, others);

    /// <summary>Folders below k8s that are applied as they are.</summary>
    public static string[] Folders => ["base", "overlays/development", "overlays/production"];

    public object[] Known { get; }

    /// <summary>Of kinds that Kubernetes itself does not have.</summary>
    public JsonObject[] Others { get; }

    public IEnumerable<V1PodSpec> Pods =>
        Known.OfType<V1Deployment>().Select(one => one.Spec.Template.Spec)
            .Concat(Known.OfType<V1StatefulSet>().Select(one => one.Spec.Template.Spec))
            .Concat(Known.OfType<V1Job>().Select(one => one.Spec.Template.Spec));

    public IEnumerable<V1Container> Containers => Pods.SelectMany(pod => pod.Containers);

    public static async Task<Overlay?> Build(string folder, CancellationToken cancellation)
    {
        if (Kubectl is null) return null;
        using var process = Process.Start(new ProcessStartInfo(Kubectl, ["kustomize", Repository.Path($"k8s/{folder}")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        var output = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        if (process.ExitCode != 0) throw new InvalidOperationException($"kustomize does not build {folder}: {await errors}");

        var documents = output.Split("\n---\n");
        static bool IsForeign(string document) => document.Contains("apiVersion: postgresql.cnpg.io/", StringComparison.Ordinal);
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
