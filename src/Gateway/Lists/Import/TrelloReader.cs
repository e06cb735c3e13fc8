using System.Text.Json;
using System.Text.Json.Serialization;
using TaskList.Contracts;

namespace TaskList.Gateway.Lists.Import;

/// <summary>Reads a Trello export as it arrives: only what is imported is kept in memory.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(TrelloBoard))]
sealed partial class TrelloReader : JsonSerializerContext
{
    /// <summary>Refusals: malformedJson for what is no JSON, unsupportedImport for what is no board.</summary>
    public static async Task<Result<TrelloBoard>> Read(Stream file, CancellationToken stop)
    {
        try
        {
            var board = await JsonSerializer.DeserializeAsync(file, Default.TrelloBoard, stop);
            return board is { Lists: not null, Cards: not null } ? board : new Refusal(Codes.UnsupportedImport);
        }
        catch (JsonException e)
        {
            // The reader itself failed: not JSON. Otherwise JSON in which something stands where a board has something else.
            return new Refusal(e.InnerException is JsonException ? Codes.MalformedJson : Codes.UnsupportedImport);
        }
    }
}
