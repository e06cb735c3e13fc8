using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Serialization;

namespace TaskList.Deployment.Tests;

/// <summary>compose.yaml with its anchors and merges resolved.</summary>
static partial class Compose
{
    static readonly Dictionary<object, object> File = Load();

    public static IEnumerable<(string Name, Dictionary<object, object> Body)> Services =>
        ((Dictionary<object, object>)File["services"]).Select(service => ((string)service.Key, (Dictionary<object, object>)service.Value));

    public static IEnumerable<string> Keys(string section) => ((Dictionary<object, object>)File[section]).Keys.Cast<string>();

    public static Dictionary<object, object> Service(string name) => Services.Single(service => service.Name == name).Body;

    public static Dictionary<string, string> Environment(Dictionary<object, object> service) =>
        service.TryGetValue("environment", out var variables)
            ? ((Dictionary<object, object>)variables).ToDictionary(variable => (string)variable.Key, variable => (string)variable.Value)
            : [];

    public static IEnumerable<string> Strings(Dictionary<object, object> service, string key) => service.TryGetValue(key, out var value)
        ? value switch
        {
            List<object> list => list.Cast<string>(),
            Dictionary<object, object> map => map.Keys.Cast<string>(),
            _ => [(string)value],
        }
        : [];

    /// <summary>Names in ${…}.</summary>
    public static IEnumerable<string> Variables => Variable().Matches(Repository.Read("compose.yaml")).Select(match => match.Groups[1].Value).Distinct();

    static Dictionary<object, object> Load()
    {
        var parser = new MergingParser(new Parser(new StringReader(Repository.Read("compose.yaml"))));
        parser.Consume<StreamStart>();
        return new Deserializer().Deserialize<Dictionary<object, object>>(parser);
    }

    [GeneratedRegex(@"(?<!\$)\$\{(\w+)")]
    private static partial Regex Variable();
}
