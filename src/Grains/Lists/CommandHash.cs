using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using TaskList.Contracts;

namespace TaskList.Grains.Lists;

/// <summary>What a command says, as 32 bytes: SHA-256 over the actor and the command's members in name order, without <c>baseVersion</c>. Spacing, member order and escapes do not count.</summary>
static class CommandHash
{
    static readonly JsonWriterOptions Canonical = new() { Encoder = MinimalEncoder.Instance, SkipValidation = true };

    public static byte[] Of(Guid actorId, JsonElement command)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        buffer.Write(actorId.ToByteArray());
        using (var writer = new Utf8JsonWriter(buffer, Canonical)) Write(writer, command, isCommand: true);
        return SHA256.HashData(buffer.WrittenSpan);
    }

    /// <summary>For commands that only the system issues.</summary>
    public static byte[] Of(Guid actorId, object command) => Of(actorId, JsonSerializer.SerializeToElement(command));

    /// <param name="isCommand">What was seen when it was sent is no part of what it says; that goes for the commands of a bulk, too.</param>
    static void Write(Utf8JsonWriter writer, JsonElement value, bool isCommand = false)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in value.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal))
                {
                    if (isCommand && property.NameEquals("baseVersion")) continue;
                    writer.WritePropertyName(property.Name);
                    if (isCommand && property.NameEquals("commands") && property.Value.ValueKind == JsonValueKind.Array) WriteCommands(writer, property.Value);
                    else Write(writer, property.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray()) Write(writer, item);
                writer.WriteEndArray();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    static void WriteCommands(Utf8JsonWriter writer, JsonElement commands)
    {
        writer.WriteStartArray();
        foreach (var command in commands.EnumerateArray()) Write(writer, command, isCommand: true);
        writer.WriteEndArray();
    }
}
