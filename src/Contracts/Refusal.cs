using System.Text.Json;
using System.Text.Json.Nodes;

namespace TaskList.Contracts;

/// <summary>Why something was not done. Without <see cref="RetryAfterMs"/> it is final and nothing was written; with it the outcome is undecided.</summary>
/// <param name="Code">A name of <see cref="Codes"/>; clients turn it into words.</param>
/// <param name="Params">A JSON object with the values that the words need, or null.</param>
/// <param name="RetryAfterMs">When to send the same command again, in milliseconds.</param>
[GenerateSerializer, Immutable, Alias("Refusal")]
public sealed record Refusal(string Code, RawJson? Params = null, int? RetryAfterMs = null)
{
    public static Refusal With(string code, string name, string value) =>
        new(code, new RawJson(JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { [name] = value })));

    public static Refusal TooMany(string limit, int max) => new(Codes.LimitReached, Json($$"""{"limit":"{{limit}}","max":{{max}}}"""));

    public static Refusal TooLong(string field, int max) => new(Codes.TooLong, Json($$"""{"field":"{{field}}","max":{{max}}}"""));

    public static Refusal Undecided(string code, int retryAfterMs = 1_000) => new(code, null, retryAfterMs);

    /// <summary>The same refusal of one among many commands: which one stands in its parameters, too.</summary>
    public Refusal At(int index)
    {
        var named = Params is { } json ? JsonNode.Parse(json.Utf8.Span)!.AsObject() : [];
        named["index"] = index;
        return this with { Params = new RawJson(JsonSerializer.SerializeToUtf8Bytes(named)) };
    }

    /// <summary>For object texts whose parts are names of our own, never input.</summary>
    public static RawJson Json(string text) => new(System.Text.Encoding.UTF8.GetBytes(text));
}
