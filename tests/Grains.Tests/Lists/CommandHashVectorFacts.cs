using System.Text;
using TaskList.Grains.Lists;
using Xunit;

namespace TaskList.Grains.Tests.Lists;

/// <summary>
/// Hashes that stand in logs for ever: what recognises a repeat of years ago. They were computed by another program from the rule alone (the actor's 16 bytes, then members by name,
/// no spacing, only what JSON demands escaped). They are never made anew.
/// </summary>
public sealed class CommandHashVectorFacts
{
    const string Id = "01900000-0000-7000-8000-000000000001";

    static readonly Guid Actor = new("00112233-4455-6677-8899-aabbccddeeff");

    static string Hash(string json) => Convert.ToHexStringLower(CommandParser.Parse(Actor, Encoding.UTF8.GetBytes(json)).Hash);

    [Theory]
    [InlineData($$"""{"commandId":"{{Id}}","name":"Ёж 😀 <&> \"a\\b\" \t\n\u0001/","type":"renameList"}""", "524d5510a51680bfe6c7021c4c5ad5c95d35e69e1df65ba7a1073e469bf0d4c7")]
    [InlineData($$"""{ "type":"renameList", "baseVersion":7, "name":"\u0401\u0436 \ud83d\uDE00 \u003c\u0026> \u0022a\u005cb\u0022 \u0009\u000a\u0001\/", "commandId":"{{Id}}" }""", "524d5510a51680bfe6c7021c4c5ad5c95d35e69e1df65ba7a1073e469bf0d4c7")]
    [InlineData($$"""{"commandId":"{{Id}}","description":null,"dueAt":"2026-02-03T04:05:06+03:00","priority":1.0,"taskId":"{{Id}}","title":"","type":"editTask"}""", "52028b9405e218d0f33cedc8770dfa275a9e107abcbc31a602cb5618a5aafc64")]
    [InlineData($$"""{"type":"bulk","commands":[{"type":"editTask","baseVersion":1,"title":"x"},{"type":"addTask","labelIds":[ ]}],"commandId":"{{Id}}"}""", "547e018279abf3238f699fb9097e61861ff70038428618f7e36b2fd357a461c3")]
    [InlineData($$"""{"type":"editTask","recurrence":{"on":["mon","fri"],"every":"week","baseVersion":3},"commandId":"{{Id}}"}""", "520df9cdc0fbf083c3b10f8f288d2a2ce0816d03b4a28ba29b4ac0e78adb3274")]
    [InlineData($$"""{"é":true,"type":"x","commandId":"{{Id}}","Type":1}""", "671df21843d901348d613899ef14583dbb9e92d8527ec7c613fdb1232c6e9b22")]
    public void CommandOfABrowserHasItsHash(string json, string hash) => Assert.Equal(hash, Hash(json));

    [Fact]
    public void CommandOfTheSystemHasItsHash()
    {
        Assert.Equal("7e72df075fa561abab2438cd37a99e167168345dd42529da56d7379e6a728d79", Hex(ListCall.Admit(Actor, TaskList.Contracts.Lists.Role.Editor, Guid.NewGuid())));
        Assert.Equal("d4ab68415fbdfce81f2b945a14e6dbb536434b57a512009f1662805a8299850c", Hex(ListCall.Create(Guid.NewGuid(), Actor, "Ёж", ["A", "Б"])));

        static string Hex(ListCall call) => Convert.ToHexStringLower(call.Hash);
    }

    [Theory]
    [InlineData($$"""{"commandId":"{{Id}}","type":"renameList","name":"a"}""")]
    [InlineData($$"""{"commandId":"{{Id}}","type":"renameList","name":"b "}""")]
    [InlineData($$"""{"commandId":"{{Id}}","type":"renameList","Name":"b"}""")]
    [InlineData($$"""{"commandId":"{{Id}}","type":"renameList","name":["b"]}""")]
    [InlineData($$"""{"commandId":"{{Id}}","type":"renameList","name":null}""")]
    public void AnotherContentHasAnotherHash(string json) => Assert.NotEqual(Hash($$"""{"commandId":"{{Id}}","type":"renameList","name":"b"}"""), Hash(json));
}
