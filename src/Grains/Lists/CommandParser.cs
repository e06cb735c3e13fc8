using System.Text.Json;
using TaskList.Contracts;
using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

/// <summary>A command as it arrived. The id and the hash are known even when the rest is not understood, because a repeated id is answered before anything else is checked.</summary>
/// <param name="Fault">Why it is no command; <see cref="Command"/> is null then.</param>
sealed record IncomingCommand(Guid? CommandId, byte[] Hash, ListCommand? Command, Refusal? Fault);

/// <summary>Bytes to command. Strict: no comments, no duplicate or unknown members, ids and times in one form only.</summary>
static class CommandParser
{
    static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    public static IncomingCommand Parse(Guid actorId, ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8, Strict);
            return Parse(actorId, document.RootElement);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a string that is not UTF-8, or half a surrogate pair.
            return Not(new Refusal(Codes.MalformedJson));
        }
    }

    static IncomingCommand Parse(Guid actorId, JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object) return Not(new Refusal(Codes.InvalidCommand));
        if (!root.TryGetProperty("commandId", out var id)) return Not(Refusal.With(Codes.MissingField, "field", "commandId"));
        if (CommandReader.ParseId(id) is not { } commandId) return Not(Refusal.With(Codes.InvalidField, "field", "commandId"));

        var (command, fault) = ParseContent(root, commandId);
        return new(commandId, CommandHash.Of(actorId, root), command, fault);
    }

    static IncomingCommand Not(Refusal fault) => new(null, [], null, fault);

    static bool TryReadBaseVersion(JsonElement root, out long? baseVersion)
    {
        baseVersion = null;
        if (!root.TryGetProperty("baseVersion", out var seen) || seen.ValueKind == JsonValueKind.Null) return true;
        if (seen.ValueKind != JsonValueKind.Number || !seen.TryGetInt64(out var version) || version < 0) return false;
        baseVersion = version;
        return true;
    }

    /// <summary>The command in an object that may also lie inside a bulk.</summary>
    public static (ListCommand? Command, Refusal? Fault) ParseContent(JsonElement root, Guid commandId)
    {
        if (!root.TryGetProperty("type", out var type)) return (null, Refusal.With(Codes.MissingField, "field", "type"));
        if (type.ValueKind != JsonValueKind.String) return (null, Refusal.With(Codes.InvalidField, "field", "type"));

        if (!TryReadBaseVersion(root, out var baseVersion)) return (null, Refusal.With(Codes.InvalidField, "field", "baseVersion"));
        var reader = new CommandReader(root, CommandReader.Envelope);
        var name = type.GetString()!;
        if (CommandTypes.Read(name, reader, commandId, baseVersion) is not { } command)
            return (null, Refusal.With(Codes.UnknownCommand, "type", name.Length <= 64 ? name : name[..64]));
        reader.End();
        return reader.Fault is { } fault ? (null, fault) : (command, null);
    }
}
