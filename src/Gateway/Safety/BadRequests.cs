using System.Text.Json;
using System.Text.RegularExpressions;
using TaskList.Contracts;

namespace TaskList.Gateway.Safety;

/// <summary>Names what is wrong with a request. The framework tells it only in words, so this is the one place that reads them; the tests hold it to the runtime's wording.</summary>
static partial class BadRequests
{
    public static Refusal Translate(BadHttpRequestException bad) => bad switch
    {
        { StatusCode: StatusCodes.Status413PayloadTooLarge } => new Refusal(Codes.PayloadTooLarge),
        { StatusCode: StatusCodes.Status415UnsupportedMediaType } => new Refusal(Codes.UnsupportedMediaType),
        { InnerException: JsonException json } => Json(json),
        _ when Parameter().Match(bad.Message) is { Success: true } match => Refusal.With(Codes.InvalidField, "field", match.Groups["name"].Value),
        _ when Absent().Match(bad.Message) is { Success: true } match => Refusal.With(Codes.MissingField, "field", match.Groups["name"].Value),
        _ => new Refusal(Codes.MalformedJson),
    };

    static Refusal Json(JsonException json)
    {
        // The reader's own exception stands inside: the text is not JSON at all.
        if (json.InnerException is JsonException) return new Refusal(Codes.MalformedJson);
        if (Missing().Match(json.Message) is { Success: true } missing) return Refusal.With(Codes.MissingField, "field", Cut(missing.Groups["name"].Value));
        if (Unknown().Match(json.Message) is { Success: true } unknown) return Refusal.With(Codes.UnknownField, "field", Cut(unknown.Groups["name"].Value));
        if (Duplicate().IsMatch(json.Message)) return new Refusal(Codes.MalformedJson);

        return json.Path is ['$', '.', .. var field]
            ? Refusal.With(Codes.InvalidField, "field", Cut(field))
            : new Refusal(Codes.MalformedJson);
    }

    // The name comes from the caller and goes back to the caller; it need not come back in full.
    public static string Cut(string name) => name.Length <= 64 ? name : name[..64];

    [GeneratedRegex("missing required properties including: '(?<name>[^']+)'", RegexOptions.CultureInvariant)]
    private static partial Regex Missing();

    [GeneratedRegex("^The JSON property '(?<name>.*)' could not be mapped to any \\.NET member", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Unknown();

    [GeneratedRegex("^Duplicate property", RegexOptions.CultureInvariant)]
    private static partial Regex Duplicate();

    [GeneratedRegex("^Failed to bind parameter \"\\S+ (?<name>\\w+)\" from", RegexOptions.CultureInvariant)]
    private static partial Regex Parameter();

    [GeneratedRegex("^Required parameter \"\\S+ (?<name>\\w+)\" was not provided from (query string|route|header)", RegexOptions.CultureInvariant)]
    private static partial Regex Absent();
}
