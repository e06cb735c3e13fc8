using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using TaskList.Contracts;

namespace TaskList.Grains.Lists;

/// <summary>
/// One form for JSON that means the same: members in name order, no spacing, no escape that is not needed. Hashes in the log were made of it, so it may never change.
/// Nearly all JSON has nothing to unescape, and is copied; the rest goes through the stock writer.
/// </summary>
sealed class CanonicalJson
{
    static readonly JsonWriterOptions Stock = new() { Encoder = MinimalEncoder.Instance, SkipValidation = true };

    readonly ArrayBufferWriter<byte> _bytes = new(1_024);

    /// <summary>The members of the objects that are open just now; the innermost object's are the last.</summary>
    readonly List<JsonProperty> _members = [];

    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    /// <summary>What is kept for the next one: not the buffer of a bulk of half a megabyte, nor members of a document that is gone.</summary>
    public void Clear()
    {
        _members.Clear();
        _bytes.ResetWrittenCount();
    }

    public int Capacity => _bytes.Capacity;

    public void Write(Guid id) => id.TryWriteBytes(Take(16));

    /// <param name="isCommand">What was seen when it was sent is no part of what it says; that goes for the commands of a bulk, too.</param>
    public void Write(JsonElement value, bool isCommand = false)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(value, isCommand);
                break;
            case JsonValueKind.Array:
                WriteArray(value, ofCommands: false);
                break;
            case JsonValueKind.String:
                WriteString(value);
                break;
            default:
                _bytes.Write(JsonMarshal.GetRawUtf8Value(value));
                break;
        }
    }

    void WriteObject(JsonElement value, bool isCommand)
    {
        var first = _members.Count;
        foreach (var member in value.EnumerateObject()) _members.Add(member);
        CollectionsMarshal.AsSpan(_members)[first..].Sort(ByName);

        Put('{');
        var comma = false;
        for (var i = first; i < _members.Count; i++)
        {
            var member = _members[i];
            if (isCommand && member.NameEquals("baseVersion"u8)) continue;
            if (comma) Put(',');
            comma = true;
            WriteName(member);
            if (isCommand && member.Value.ValueKind == JsonValueKind.Array && member.NameEquals("commands"u8)) WriteArray(member.Value, ofCommands: true);
            else Write(member.Value);
        }

        Put('}');
        _members.RemoveRange(first, _members.Count - first);
    }

    void WriteArray(JsonElement value, bool ofCommands)
    {
        Put('[');
        var comma = false;
        foreach (var item in value.EnumerateArray())
        {
            if (comma) Put(',');
            comma = true;
            Write(item, ofCommands);
        }

        Put(']');
    }

    void WriteName(JsonProperty member)
    {
        var raw = JsonMarshal.GetRawUtf8PropertyName(member);
        if (IsPlain(raw))
        {
            Put('"');
            _bytes.Write(raw);
            Put('"');
        }
        else
        {
            using var writer = new Utf8JsonWriter(_bytes, Stock);
            writer.WriteStringValue(member.Name);
        }

        Put(':');
    }

    void WriteString(JsonElement value)
    {
        var raw = JsonMarshal.GetRawUtf8Value(value);
        if (IsPlain(raw))
        {
            _bytes.Write(raw);
            return;
        }

        using var writer = new Utf8JsonWriter(_bytes, Stock);
        value.WriteTo(writer);
    }

    /// <summary>Without escapes, valid JSON holds nothing that must be escaped.</summary>
    static bool IsPlain(ReadOnlySpan<byte> raw) => !raw.Contains((byte)'\\') && Utf8.IsValid(raw);

    /// <summary>By UTF-16 units, which for ASCII is by bytes.</summary>
    static int ByName(JsonProperty a, JsonProperty b)
    {
        var left = JsonMarshal.GetRawUtf8PropertyName(a);
        var right = JsonMarshal.GetRawUtf8PropertyName(b);
        return IsPlainAscii(left) && IsPlainAscii(right) ? left.SequenceCompareTo(right) : string.CompareOrdinal(a.Name, b.Name);
    }

    static bool IsPlainAscii(ReadOnlySpan<byte> raw) => Ascii.IsValid(raw) && !raw.Contains((byte)'\\');

    void Put(char ascii) => Take(1)[0] = (byte)ascii;

    Span<byte> Take(int count)
    {
        var span = _bytes.GetSpan(count)[..count];
        _bytes.Advance(count);
        return span;
    }
}
