using System.Text.Json;
using System.Text.Json.Serialization;
using TaskList.Contracts;

namespace TaskList.Gateway.Lists.Import;

/// <summary>Reads an export, Trello's or our own, as it arrives: only what is imported is kept in memory.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(ImportedFile))]
sealed partial class ImportReader : JsonSerializerContext
{
    /// <summary>Refusals: malformedJson for what is no JSON, unsupportedImport for what is no board.</summary>
    public static async Task<Result<ImportedFile>> Read(Stream file, CancellationToken stop)
    {
        try
        {
            var read = await JsonSerializer.DeserializeAsync(file, Default.ImportedFile, stop);
            return read is { IsOwn: true } or { Format: null, Lists: not null, Cards: not null } ? read : new Refusal(Codes.UnsupportedImport);
        }
        catch (JsonException e)
        {
            // The reader itself failed: not JSON. Otherwise JSON in which something stands where a board has something else.
            return new Refusal(e.InnerException is JsonException ? Codes.MalformedJson : Codes.UnsupportedImport);
        }
    }
}
