using TaskList.Contracts;
using Xunit;

namespace TaskList.Gateway.Tests.Import;

public sealed class ImportReaderFacts
{
    [Theory]
    [InlineData("", Codes.MalformedJson)]
    [InlineData("{\"lists\":[],\"cards\":[", Codes.MalformedJson)]
    [InlineData("not json", Codes.MalformedJson)]
    [InlineData("null", Codes.UnsupportedImport)]
    [InlineData("[]", Codes.UnsupportedImport)]
    [InlineData("{}", Codes.UnsupportedImport)]
    [InlineData("{\"lists\":[]}", Codes.UnsupportedImport)]
    [InlineData("{\"lists\":{},\"cards\":[]}", Codes.UnsupportedImport)]
    [InlineData("{\"lists\":[],\"cards\":[{\"name\":\"no id\"}]}", Codes.UnsupportedImport)]
    public async Task WhatIsNoBoardIsRefusedWithACode(string file, string code) => Assert.Equal(code, (await TrelloFiles.Read(file)).Refusal?.Code);

    [Fact]
    public async Task NullsAndGapsAreTolerated()
    {
        var plan = await TrelloFiles.Plan("""
            {"name":null,"lists":[null,{"id":"l"}],"cards":[null,{"id":"c","idList":"l","pos":"7","idLabels":null,"badges":null,"cover":null}],
             "labels":null,"members":[null],"actions":[{"id":"a","type":"commentCard","data":null}],"unknown":{"deep":[1]}}
            """);

        Assert.Equal("—", plan.Name);
        Assert.Equal(["addSection", "addTask"], ImportedBoard.Of(plan).Commands.Select(command => ImportedBoard.Text(command, "type")));
    }

    [Fact]
    public async Task AnAddressInPlaceOfANameIsNotTakenOver()
    {
        var plan = await TrelloFiles.Plan("""
            {"name":"b","lists":[{"id":"l"}],"cards":[{"id":"c","idList":"l","name":"t","email":"card@example.invalid"}],
             "actions":[{"id":"a","type":"commentCard","date":"2026-01-01T00:00:00Z","data":{"text":"hello","card":{"id":"c"}},
                         "memberCreator":{"id":"m","fullName":"me@example.invalid","username":"me"}}]}
            """);

        Assert.Equal("me", ImportedBoard.Text(Assert.Single(ImportedBoard.Of(plan).Of("addComment", "t")), "importedAuthor"));
        Assert.DoesNotContain(plan.Commands, command => command.Utf8.Span.IndexOf("@"u8) >= 0);
    }

    [Fact]
    public async Task TheSameFileGivesTheSameCommandsAndAnotherListOthers()
    {
        var (once, again) = (await TrelloFiles.PlanFile("made-board.json"), await TrelloFiles.PlanFile("made-board.json"));
        Assert.Equal(once.Commands.Select(Text), again.Commands.Select(Text));
        Assert.Equal(once.Commands.Count, once.Commands.Select(Text).Distinct().Count());

        await using var file = TrelloFiles.Open("made-board.json");
        var elsewhere = Lists.Import.TrelloPlanner.Plan((await Lists.Import.ImportReader.Read(file, CancellationToken.None)).Value!, Guid.NewGuid());
        Assert.Empty(Ids(once).Intersect(Ids(elsewhere)));
    }

    [Fact]
    public async Task MoreThanAListHoldsIsDroppedAndCounted()
    {
        var lists = string.Join(',', Enumerable.Range(0, 102).Select(i => $$"""{"id":"l{{i}}","name":"{{i}}","pos":{{i}}}"""));
        var plan = await TrelloFiles.Plan($$"""{"name":"b","lists":[{{lists}}],"cards":[{"id":"c","idList":"l101","name":"t"}]}""");

        Assert.Equal(100, plan.Report.Imported.Sections);
        Assert.Equal(
            [("sections", 2, "limitReached"), ("tasks", 1, "limitReached")],
            plan.Report.Dropped.Select(entry => (entry.Kind, entry.Count, entry.Reason)));
    }

    static string Text(RawJson command) => System.Text.Encoding.UTF8.GetString(command.Utf8.Span);

    static IEnumerable<string> Ids(Lists.Import.ImportPlan plan) => ImportedBoard.Of(plan).Commands.Select(command => ImportedBoard.Text(command, "commandId"));
}
