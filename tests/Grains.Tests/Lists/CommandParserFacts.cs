using System.Text;
using TaskList.Contracts;
using TaskList.Contracts.Lists;
using TaskList.Grains.Lists;
using Xunit;

namespace TaskList.Grains.Tests.Lists;

public sealed class CommandParserFacts
{
    const string Id = "01900000-0000-7000-8000-000000000001";

    static readonly Guid Actor = Guid.NewGuid();

    static IncomingCommand Parse(string json) => CommandParser.Parse(Actor, Encoding.UTF8.GetBytes(json));

    [Theory]
    [InlineData("{\"commandId\":", Codes.MalformedJson)]
    [InlineData("[]", Codes.InvalidCommand)]
    [InlineData("{}", Codes.MissingField)]
    [InlineData($$"""{"commandId":"{{Id}}"}""", Codes.MissingField)]
    [InlineData("""{"commandId":"01900000-0000-7000-8000-00000000000A","type":"leaveList"}""", Codes.InvalidField)]
    [InlineData($$"""{"commandId":"{{Id}}","type":"dance"}""", Codes.UnknownCommand)]
    [InlineData($$"""{"commandId":"{{Id}}","type":7}""", Codes.InvalidField)]
    [InlineData($$"""{"commandId":"{{Id}}","type":"leaveList","actorId":"x"}""", Codes.UnknownField)]
    [InlineData($$"""{"commandId":"{{Id}}","type":"leaveList","type":"leaveList"}""", Codes.MalformedJson)]
    [InlineData($$"""{"commandId":"{{Id}}","type":"leaveList","baseVersion":1.5}""", Codes.InvalidField)]
    [InlineData($$"""{"commandId":"{{Id}}","type":"renameList","name":7}""", Codes.InvalidField)]
    [InlineData($$"""{"commandId":"{{Id}}","type":"renameList","name":"  "}""", Codes.Blank)]
    [InlineData($$"""{"commandId":"{{Id}}","type":"renameList","name":"a\u0000b"}""", Codes.InvalidField)]
    [InlineData($$"""{"commandId":"{{Id}}","type":"renameList","name":"\ud800"}""", Codes.MalformedJson)]
    [InlineData($$"""{"commandId":"{{Id}}","type":"editTask","taskId":"{{Id}}","dueAt":"2026-02-30T00:00:00Z"}""", Codes.InvalidField)]
    [InlineData($$"""{"commandId":"{{Id}}","type":"editTask","taskId":"{{Id}}","dueAt":"2026-02-03T00:00:00"}""", Codes.InvalidField)]
    [InlineData($$"""{"commandId":"{{Id}}","type":"editTask","taskId":"{{Id}}","title":null}""", Codes.InvalidField)]
    [InlineData($$"""{"commandId":"{{Id}}","type":"defineLabel","labelId":"{{Id}}","name":"","color":"mauve"}""", Codes.InvalidField)]
    public void BadInputHasItsCode(string json, string code) => Assert.Equal(code, Parse(json).Fault?.Code);

    [Fact]
    public void TextLongerThanItsLimitIsRefused()
    {
        Assert.Equal(Codes.TooLong, Parse(AddTask(new string('я', ListLimits.Title + 1))).Fault?.Code);
        Assert.Null(Parse(AddTask(new string('я', ListLimits.Title))).Fault);
    }

    static string AddTask(string title) => $$"""{"commandId":"{{Id}}","type":"addTask","taskId":"{{Id}}","sectionId":"{{Id}}","title":"{{title}}"}""";

    [Fact]
    public void DeepNestingIsRefused() =>
        Assert.Equal(Codes.MalformedJson, Parse($$"""{"commandId":"{{Id}}","x":{{new string('[', 10_000)}}""").Fault?.Code);

    [Fact]
    public void AbsentNullAndIdAreThreeAnchors()
    {
        Assert.Equal(new Anchor(Last: true, null), Place(""));
        Assert.Equal(new Anchor(Last: false, null), Place(",\"afterTaskId\":null"));
        Assert.Equal(new Anchor(Last: false, Guid.Parse(Id)), Place($",\"afterTaskId\":\"{Id}\""));

        static Anchor Place(string rest) =>
            ((MoveTask)Parse($$"""{"commandId":"{{Id}}","type":"moveTask","taskId":"{{Id}}","sectionId":"{{Id}}"{{rest}}}""").Command!).Place;
    }

    [Fact]
    public void HashIgnoresSpacingOrderEscapesAndBaseVersion()
    {
        var plain = Parse($$"""{"commandId":"{{Id}}","type":"renameList","name":"да"}""");
        var same = Parse($$"""{ "name": "\u0434\u0430", "baseVersion": 7, "type": "renameList", "commandId": "{{Id}}" }""");
        Assert.Equal(plain.Hash, same.Hash);
    }

    [Fact]
    public void HashDependsOnActorAndContent()
    {
        var json = $$"""{"commandId":"{{Id}}","type":"renameList","name":"a"}""";
        Assert.NotEqual(Parse(json).Hash, CommandParser.Parse(Guid.NewGuid(), Encoding.UTF8.GetBytes(json)).Hash);
        Assert.NotEqual(Parse(json).Hash, Parse(json.Replace("\"a\"", "\"b\"", StringComparison.Ordinal)).Hash);
    }
}
