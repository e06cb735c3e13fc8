using System.Globalization;
using k8s.Models;

namespace TaskList.Deployment.Tests;

/// <summary>Which pod can open which port of which other one, worked out from the network policies as a cluster's network does it.</summary>
sealed class PodNetwork
{
    const string OwnNamespace = "tasklist";

    readonly List<Place> _places = [];
    readonly V1NetworkPolicy[] _policies;

    public PodNetwork(Overlay overlay)
    {
        _policies = [.. overlay.Known.OfType<V1NetworkPolicy>()];
        foreach (var (name, labels, spec) in overlay.Workloads)
            _places.Add(new Place(name, OwnNamespace, labels, spec.Containers.SelectMany(container => container.Ports ?? []).ToDictionary(port => port.Name, port => port.ContainerPort)));
        // The operator's pods: clients, its own questions, figures.
        foreach (var cluster in overlay.Others.Where(one => one["kind"]!.GetValue<string>() == "Cluster").Select(one => one["metadata"]!["name"]!.GetValue<string>()))
            _places.Add(new Place("postgres", OwnNamespace, new Dictionary<string, string> { ["cnpg.io/cluster"] = cluster }, new() { ["postgres"] = 5432, ["status"] = 8000, ["metrics"] = 9187 }));
        // Whoever else may come to be there: a Job of tomorrow, a pod that somebody runs by hand.
        _places.Add(new Place("stranger", OwnNamespace, new Dictionary<string, string>(), new() { ["any"] = 1 }));
        foreach (var other in new[] { "ingress", "ingress-nginx", "monitoring", "cnpg-system", "elsewhere" })
            _places.Add(new Place($"({other})", other, new Dictionary<string, string>(), []));
    }

    /// <summary>Every way that is open, as <c>from > to:port</c>. Names in brackets are other namespaces.</summary>
    public IEnumerable<string> Open =>
        from target in _places
        from port in target.Ports
        from source in _places
        where IsOpen(source, target, port)
        select string.Create(CultureInfo.InvariantCulture, $"{source.Name} > {target.Name}:{port.Value}");

    bool IsOpen(Place source, Place target, KeyValuePair<string, int> port)
    {
        var selecting = _policies.Where(policy => policy.Spec.PolicyTypes.Contains("Ingress") && Matches(policy.Spec.PodSelector, target.Labels)).ToArray();
        // Whom no policy names, everybody reaches.
        return selecting.Length == 0 || selecting.SelectMany(policy => policy.Spec.Ingress ?? []).Any(rule =>
            (rule.FromProperty is null || rule.FromProperty.Any(peer => Admits(peer, source)))
            && (rule.Ports is null || rule.Ports.Any(one => one.Port.Value == port.Key || one.Port.Value == port.Value.ToString(CultureInfo.InvariantCulture))));
    }

    static bool Admits(V1NetworkPolicyPeer peer, Place source)
    {
        if (peer.IpBlock is not null) throw new NotSupportedException("Address blocks are not worked out here.");
        var isThere = peer.NamespaceSelector is null
            ? source.Namespace == OwnNamespace
            : Matches(peer.NamespaceSelector, new Dictionary<string, string> { ["kubernetes.io/metadata.name"] = source.Namespace });
        return isThere && (peer.PodSelector is null || Matches(peer.PodSelector, source.Labels));
    }

    static bool Matches(V1LabelSelector selector, IDictionary<string, string> labels) => selector.MatchExpressions is { Count: > 0 }
        ? throw new NotSupportedException("Expressions are not worked out here.")
        : (selector.MatchLabels ?? new Dictionary<string, string>()).All(label => labels.TryGetValue(label.Key, out var value) && value == label.Value);

    /// <param name="Ports">Names and numbers of what listens there.</param>
    sealed record Place(string Name, string Namespace, IDictionary<string, string> Labels, Dictionary<string, int> Ports);
}
