using System.Text.Json;
using TaskList.Contracts;
using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

sealed partial class CommandReader
{
    public long Version(string field)
    {
        if (Required(field) is not { } value) return 0;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var version) && version >= 1) return version;
        Refuse(Codes.InvalidField, field);
        return 0;
    }

    /// <summary>The commands of a bulk. The first faulty one is the fault, and says where it stands.</summary>
    public IReadOnlyList<ListCommand> Commands(string field, Guid bulkId)
    {
        if (Required(field) is not { } value) return [];
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() == 0)
        {
            Refuse(Codes.InvalidField, field);
            return [];
        }

        if (value.GetArrayLength() > ListLimits.BatchCommands)
        {
            Fault ??= Refusal.TooMany(field, ListLimits.BatchCommands);
            return [];
        }

        List<ListCommand> commands = [];
        foreach (var inner in value.EnumerateArray())
        {
            var (command, fault) = ReadInner(inner, DerivedId.Of(bulkId, $"bulk {commands.Count}"));
            if (command is not null)
            {
                commands.Add(command);
                continue;
            }

            Fault ??= fault!.At(commands.Count);
            return commands;
        }

        return commands;
    }

    static (ListCommand? Command, Refusal? Fault) ReadInner(JsonElement inner, Guid commandId)
    {
        if (inner.ValueKind != JsonValueKind.Object) return (null, new Refusal(Codes.InvalidCommand));

        // Looked at before it is read: a bulk of bulks would be read to any depth.
        if (inner.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.GetString() is { } name && !CommandTypes.FitsInBulk(name))
            return (null, Refusal.With(Codes.InvalidCommand, "type", name));
        return CommandParser.ParseContent(inner, commandId);
    }
}
