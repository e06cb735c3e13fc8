using System.Buffers;
using System.Text.Json;
using TaskList.Contracts;

namespace TaskList.Gateway.Lists.Import;

/// <summary>The commands of an import, in order, as a client would send them.</summary>
sealed class ImportCommands(ImportIds ids)
{
    static readonly JsonWriterOptions Plain = new() { Encoder = MinimalEncoder.Instance };

    readonly List<RawJson> _commands = [];

    public IReadOnlyList<RawJson> All => _commands;

    /// <param name="source">What of the file it comes from; with the type it makes the command's id.</param>
    /// <param name="fields">A Guid, string, bool, int, DateTime or JSON each; null ones are left out.</param>
    public void Add(string type, string source, params ReadOnlySpan<(string Name, object? Value)> fields)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            json.WriteString("commandId", ids.Of(type, source));
            json.WriteString("type", type);
            foreach (var (name, value) in fields) Write(json, name, value);
            json.WriteEndObject();
        }

        _commands.Add(new RawJson(buffer.WrittenMemory));
    }

    static void Write(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case Guid id: json.WriteString(name, id); break;
            case string text: json.WriteString(name, text); break;
            case int number: json.WriteNumber(name, number); break;
            case bool flag: json.WriteBoolean(name, flag); break;
            case DateTime time: json.WriteString(name, time); break;
            case JsonElement element:
                json.WritePropertyName(name);
                element.WriteTo(json);
                break;
            case null: break;
            default: throw new ArgumentException($"{name} is of a kind that no command has.");
        }
    }
}
