using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using CsCheck;
using TaskList.Contracts;
using TaskList.Grains.Lists;
using Xunit;

namespace TaskList.Grains.Tests.Lists;

/// <summary>Hashes stand in logs for ever: however they are made, they must come out as they did when they were first written.</summary>
public sealed class CommandHashFacts
{
    static readonly Guid Actor = new("01900000-0000-7000-8000-0000000000aa");
    static readonly JsonWriterOptions Stock = new() { Encoder = MinimalEncoder.Instance, SkipValidation = true };

    [Theory]
    [InlineData("""{"commandId":"01900000-0000-7000-8000-000000000001","type":"editTask","taskId":"01900000-0000-7000-8000-000000000002","title":"Plain"}""", "929a18a2d6b517f8008e9c140081305944d2cccf7791c39b66898aa6bb5aea9b")]
    [InlineData("""{ "type":"renameList", "name":"Доска \ud83d\ude00 \u0041 \"q\" \\ \/ \n", "commandId":"01900000-0000-7000-8000-000000000001", "baseVersion":7 }""", "78dcb16d1f7c20df3891e8d0f8c29f0e6d04f2eeb8dd825c1f8c8fe641bf32f5")]
    [InlineData("""{"type":"bulk","commands":[{"type":"x","baseVersion":1,"n":1.50e1},{"b":[null,true,{"baseVersion":2,"a":-0}]}],"я":1,"z":2,"\u0061":{"c":[],"b":{}}}""", "11b4817c7591390776bb22b4989ad060bab700d8a2afc91bb8ff43540328fa49")]
    public void HashesOfOldLogsStillFit(string json, string hex) => Assert.Equal(hex, Convert.ToHexStringLower(Hash(json)));

    [Fact]
    public void SpacingOrderEscapesAndBaseVersionDoNotCount() => Assert.Equal(
        Hash("""{"type":"renameList","name":"Ab","baseVersion":3}"""),
        Hash("""{  "n\u0061me" : "\u0041b" , "type":"renameList" }"""));

    [Fact]
    public void EveryHashIsWhatTheStockWriterGives() => Json.Sample(json => Assert.Equal(AsFirstWritten(json), Hash(json)), iter: 2_000);

    static readonly Gen<string> Text = Gen.OneOf(
        Gen.String[Gen.Char.AlphaNumeric, 0, 12],
        Gen.String[Gen.Char["abzя\u0416é\u2028\u007f\ue000\ufb01\"\\\n\u0001/"], 0, 12],
        Gen.Const("😀a"), Gen.Const("\ufb01z"), Gen.Const("baseVersion"), Gen.Const("commands"));

    static readonly string[] Plain = ["null", "true", "false", "0", "-0", "1.50", "1e5", "12345678901234567890", "[]", "{}"];

    static readonly Gen<string> Json = Objects(3);

    static Gen<string> Objects(int depth) => Gen.Select(Gen.Dictionary(Text, Values(depth))[0, 6], Gen.Bool, Gen.Bool, (members, escaped, spaced) =>
        "{" + string.Join(spaced ? " ,\t" : ",", members.Select(member => Quoted(member.Key, escaped) + (spaced ? " : " : ":") + member.Value)) + "}");

    static Gen<string> Values(int depth)
    {
        var simple = Gen.OneOf(Gen.Select(Text, Gen.Bool, Quoted), Gen.Int[0, Plain.Length - 1].Select(i => Plain[i]));
        return depth == 0 ? simple : Gen.OneOf(simple, Objects(depth - 1), Values(depth - 1).List[0, 4].Select(items => "[" + string.Join(",", items) + "]"));
    }

    static string Quoted(string text, bool escaped) => escaped
        ? JsonSerializer.Serialize(text)
        : $"\"{JsonEncodedText.Encode(text, MinimalEncoder.Instance)}\"";

    static byte[] Hash(string json)
    {
        using var document = JsonDocument.Parse(json);
        return CommandHash.Of(Actor, document.RootElement);
    }

    static byte[] AsFirstWritten(string json)
    {
        using var document = JsonDocument.Parse(json);
        var buffer = new ArrayBufferWriter<byte>();
        buffer.Write(Actor.ToByteArray());
        using (var writer = new Utf8JsonWriter(buffer, Stock)) Write(writer, document.RootElement, isCommand: true);
        return SHA256.HashData(buffer.WrittenSpan);
    }

    static void Write(Utf8JsonWriter writer, JsonElement value, bool isCommand)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            writer.WriteStartObject();
            foreach (var property in value.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal))
            {
                if (isCommand && property.NameEquals("baseVersion")) continue;
                writer.WritePropertyName(property.Name);
                if (isCommand && property.NameEquals("commands") && property.Value.ValueKind == JsonValueKind.Array) WriteItems(writer, property.Value, areCommands: true);
                else Write(writer, property.Value, isCommand: false);
            }

            writer.WriteEndObject();
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            WriteItems(writer, value, areCommands: false);
        }
        else
        {
            value.WriteTo(writer);
        }
    }

    static void WriteItems(Utf8JsonWriter writer, JsonElement items, bool areCommands)
    {
        writer.WriteStartArray();
        foreach (var item in items.EnumerateArray()) Write(writer, item, areCommands);
        writer.WriteEndArray();
    }
}
