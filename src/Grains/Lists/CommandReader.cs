using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Text.Json;
using TaskList.Contracts;
using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

/// <summary>Takes a command's fields out of JSON one by one. The first fault is kept; a field that nobody took is a fault too.</summary>
sealed partial class CommandReader(JsonElement command, params string[] alreadyTaken)
{
    public static readonly string[] Envelope = ["commandId", "type", "baseVersion"];

    /// <summary>Asked for, whether it was there or not. A dozen names: looking through them costs less than a table of hashes.</summary>
    readonly List<string> _taken = new(16);

    public Refusal? Fault { get; private set; }

    public Guid Id(string field) => Required(field) is { } value ? ReadId(field, value) : default;

    public Anchor Anchor(string field)
    {
        if (Take(field) is not { } value) return new Anchor(Last: true, null);
        return new Anchor(Last: false, value.ValueKind == JsonValueKind.Null ? null : ReadId(field, value));
    }

    /// <summary>Text with something to see in it.</summary>
    public string Text(string field, int max) => Required(field) is { } value ? ReadText(field, value, max, mayBeBlank: false) : "";

    public string TextOrBlank(string field, int max) => Required(field) is { } value ? ReadText(field, value, max, mayBeBlank: true) : "";

    public Optional<string> OptionalText(string field, int max) =>
        Take(field) is { } value ? ReadText(field, value, max, mayBeBlank: false) : default(Optional<string>);

    /// <summary>Text that null or emptiness clears.</summary>
    public Optional<string?> ClearableText(string field, int max)
    {
        if (Take(field) is not { } value) return default;
        if (value.ValueKind == JsonValueKind.Null) return new Optional<string?>(null);
        var text = ReadText(field, value, max, mayBeBlank: true);
        return new Optional<string?>(text.Length == 0 ? null : text);
    }

    public Optional<DateTime?> ClearableTime(string field)
    {
        if (Take(field) is not { } value) return default;
        return new Optional<DateTime?>(value.ValueKind == JsonValueKind.Null ? null : ReadTime(field, value));
    }

    public bool Flag(string field)
    {
        if (Take(field) is not { } value) return false;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False) return value.GetBoolean();
        Refuse(Codes.InvalidField, field);
        return false;
    }

    public string OneOf(string field, IReadOnlyCollection<string> names)
    {
        if (Required(field) is not { } value) return "";
        if (value.ValueKind == JsonValueKind.String && names.Contains(value.GetString())) return value.GetString()!;
        Refuse(Codes.InvalidField, field);
        return "";
    }

    public void End()
    {
        if (Fault is not null) return;
        foreach (var property in command.EnumerateObject())
        {
            if (WasTaken(property)) continue;
            Refuse(Codes.UnknownField, property.Name.Length <= 64 ? property.Name : property.Name[..64]);
            return;
        }
    }

    /// <summary>A lower-case UUID in the 8-4-4-4-12 form, or null.</summary>
    public static Guid? ParseId(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String) return null;

        // Between the quotes there is nothing else; an id in escapes is none that any client writes, but it is one.
        var text = JsonMarshal.GetRawUtf8Value(value)[1..^1];
        if (Utf8Parser.TryParse(text, out Guid id, out var read, 'D') && read == text.Length) return text.ContainsAnyInRange((byte)'A', (byte)'F') ? null : id;
        return Guid.TryParseExact(value.GetString(), "D", out id) && value.ValueEquals(id.ToString()) ? id : null;
    }

    bool WasTaken(JsonProperty property)
    {
        foreach (var name in alreadyTaken)
        {
            if (property.NameEquals(name)) return true;
        }

        foreach (var name in _taken)
        {
            if (property.NameEquals(name)) return true;
        }

        return false;
    }

    Guid ReadId(string field, JsonElement value)
    {
        if (ParseId(value) is { } id) return id;
        Refuse(Codes.InvalidField, field);
        return default;
    }

    string ReadText(string field, JsonElement value, int max, bool mayBeBlank)
    {
        var text = value.ValueKind == JsonValueKind.String ? WellFormed(value) : null;
        if (text is null) Refuse(Codes.InvalidField, field);
        else if (text.Length > max) Fault ??= Refusal.TooLong(field, max);
        else if (!mayBeBlank && string.IsNullOrWhiteSpace(text)) Refuse(Codes.Blank, field);
        return text ?? "";
    }

    /// <summary>Null for half a surrogate pair and for U+0000, which no text column and no other tool can hold.</summary>
    static string? WellFormed(JsonElement value)
    {
        try
        {
            var text = value.GetString()!;
            return text.Contains('\0', StringComparison.Ordinal) ? null : text;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    DateTime? ReadTime(string field, JsonElement value)
    {
        // The last letter: a time without an offset means something else on every machine.
        if (value.ValueKind == JsonValueKind.String && value.TryGetDateTimeOffset(out var time) && value.GetString() is { Length: > 10 } text
            && (text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > text.IndexOf('T', StringComparison.Ordinal)))
        {
            return Milliseconds(time.UtcDateTime);
        }

        Refuse(Codes.InvalidField, field);
        return null;
    }

    public static DateTime Milliseconds(DateTime time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMillisecond));

    JsonElement? Required(string field)
    {
        var value = Take(field);
        if (value is null) Refuse(Codes.MissingField, field);
        return value;
    }

    JsonElement? Take(string field)
    {
        _taken.Add(field);
        return command.TryGetProperty(field, out var value) ? value : null;
    }

    void Refuse(string code, string field) => Fault ??= Refusal.With(code, "field", field);
}
