using System.Text.Json.Nodes;
using k8s.Models;
using Xunit;

namespace TaskList.Deployment.Tests;

/// <summary>Secrets are made by hand, so each one that is named anywhere has its command in docs/operations.md, with the keys that are asked for.</summary>
public sealed class SecretTests
{
    static readonly string Commands = Repository.Read("docs/operations.md");

    [Fact]
    public async Task EverySecretThatIsAskedForIsDocumented()
    {
        Overlay[] overlays = [.. await Task.WhenAll(Overlay.Folders.Select(Overlay.Build)), await Overlay.BuildWith("base", "components/ingress-nginx")];
        var asked = overlays.SelectMany(Asked).Distinct().ToArray();

        Assert.Contains(("tasklist-tls", null), asked);
        Assert.Contains(("tasklist-backup-store", "secretAccessKey"), asked);
        Assert.All(asked, secret =>
        {
            var command = Assert.Single(Commands.Split("kubectl -n tasklist create "), text => text.Split(' ').Take(3).Contains(secret.Name)).Split("kubectl ")[0];
            if (secret.Key is not null) Assert.True(command.Contains($"={secret.Key}=", StringComparison.Ordinal) || Optional.Contains(secret.Key), $"{secret}");
        });
    }

    // Named in a sentence of its own.
    static IEnumerable<string> Optional => ["rabbitmq", "sentry"];

    static IEnumerable<(string Name, string? Key)> Asked(Overlay overlay) =>
    [
        .. overlay.Containers.SelectMany(container => container.Env ?? []).Select(variable => variable.ValueFrom?.SecretKeyRef).OfType<V1SecretKeySelector>().Select(key => (key.Name, (string?)key.Key)),
        .. overlay.Pods.SelectMany(pod => pod.Volumes ?? []).Select(volume => volume.Secret).OfType<V1SecretVolumeSource>().Select(secret => (secret.SecretName, (string?)null)),
        .. overlay.Known.OfType<V1Ingress>().SelectMany(ingress => ingress.Spec.Tls).Select(tls => (tls.SecretName, (string?)null)),
        .. overlay.Others.SelectMany(one => OfOthers(one["spec"]!)),
    ];

    // Where the operator's kinds take one: a field "secret", and pairs of a name and a key.
    static IEnumerable<(string Name, string? Key)> OfOthers(JsonNode node) => node switch
    {
        JsonObject { Count: 2 } pair when pair["name"] is { } name && pair["key"] is { } key => [(name.GetValue<string>(), key.GetValue<string>())],
        JsonObject fields => fields.SelectMany(field => field.Key == "secret" ? [(field.Value!["name"]!.GetValue<string>(), null)] : OfOthers(field.Value!)),
        JsonArray items => items.SelectMany(item => OfOthers(item!)),
        _ => [],
    };
}
