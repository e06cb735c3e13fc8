using System.Text.Json;
using System.Text.Json.Serialization;

namespace TaskList.Contracts;

/// <summary>JSON that is already in wire form (UTF-8). It is written to a socket as it is, so a change keeps its bytes from the log to the browser.</summary>
[GenerateSerializer, Immutable, Alias("RawJson")]
[JsonConverter(typeof(Converter))]
public readonly record struct RawJson([property: Id(0)] ReadOnlyMemory<byte> Utf8)
{
    sealed class Converter : JsonConverter<RawJson>
    {
        public override RawJson Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return new RawJson(JsonSerializer.SerializeToUtf8Bytes(document.RootElement, options));
        }

        public override void Write(Utf8JsonWriter writer, RawJson value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.Utf8.Span, skipInputValidation: true);
    }
}
