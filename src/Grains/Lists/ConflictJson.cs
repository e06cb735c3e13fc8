using System.Text.Json;
using TaskList.Contracts;

namespace TaskList.Grains.Lists;

/// <summary>The conflicts of an answer as JSON: written once into the log, and answered with the same bytes ever after.</summary>
static class ConflictJson
{
    static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = MinimalEncoder.Instance };

    public static byte[]? Write(IReadOnlyList<FieldConflict>? conflicts) => conflicts is null ? null : JsonSerializer.SerializeToUtf8Bytes(conflicts, Options);
}
