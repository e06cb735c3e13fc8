using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TaskList.Deployment.Tests;

/// <summary>An object against a structural schema of Kubernetes (OpenAPI v3), more strictly than Kubernetes: a field that the schema does not know is an error.</summary>
static class PublishedSchema
{
    // What every object has; the API server checks it by itself.
    static readonly string[] Envelope = ["apiVersion", "kind", "metadata"];

    public static JsonObject Read(string kind) => JsonNode.Parse(Repository.Read($"tests/data/cloudnative-pg/{kind}.json"))!.AsObject();

    public static IEnumerable<string> Faults(JsonNode? value, JsonObject schema, string path = "")
    {
        if (value is null) return schema["nullable"]?.GetValue<bool>() is true ? [] : [$"{path} is null"];
        if (!FitsType(value, schema)) return [$"{path} is not {schema["type"]}"];
        return value switch
        {
            JsonObject fields => OfFields(fields, schema, path),
            JsonArray items => schema["items"] is JsonObject item ? items.SelectMany((one, i) => Faults(one, item, $"{path}[{i}]")) : [],
            _ => OfValue(value.ToString(), value.GetValueKind() is JsonValueKind.Number, schema, path),
        };
    }

    static bool FitsType(JsonNode value, JsonObject schema) => schema["x-kubernetes-int-or-string"]?.GetValue<bool>() is true
        || schema["type"]?.GetValue<string>() switch
        {
            "object" => value is JsonObject,
            "array" => value is JsonArray,
            "string" => value.GetValueKind() is JsonValueKind.String,
            "boolean" => value.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
            "integer" => value.GetValueKind() is JsonValueKind.Number && !value.ToString().Contains('.'),
            "number" => value.GetValueKind() is JsonValueKind.Number,
            _ => true,
        };

    static IEnumerable<string> OfFields(JsonObject fields, JsonObject schema, string path)
    {
        var known = schema["properties"] as JsonObject ?? [];
        var open = schema["additionalProperties"] is not null || schema["x-kubernetes-preserve-unknown-fields"]?.GetValue<bool>() is true;
        foreach (var required in schema["required"] as JsonArray ?? [])
            if (!fields.ContainsKey(required!.GetValue<string>())) yield return $"{path}.{required} is missing";
        foreach (var (name, value) in fields)
        {
            if (path.Length == 0 && Envelope.Contains(name)) continue;
            var of = known[name] as JsonObject ?? schema["additionalProperties"] as JsonObject;
            if (of is null && !open) yield return $"{path}.{name} is unknown";
            foreach (var fault in of is null ? [] : Faults(value, of, $"{path}.{name}")) yield return fault;
        }
    }

    static IEnumerable<string> OfValue(string value, bool isNumber, JsonObject schema, string path)
    {
        if (schema["enum"] is JsonArray words && !words.Any(word => word!.ToString() == value)) yield return $"{path} may not be {value}";
        if (schema["pattern"] is { } pattern && !isNumber && !Regex.IsMatch(value, pattern.GetValue<string>())) yield return $"{path} is not like {pattern}";
        if (schema["minimum"] is { } least && isNumber && double.Parse(value, System.Globalization.CultureInfo.InvariantCulture) < least.GetValue<double>()) yield return $"{path} is below {least}";
    }
}
