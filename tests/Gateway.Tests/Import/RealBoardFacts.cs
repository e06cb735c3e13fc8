using TaskList.Gateway.Lists.Import;
using Xunit;

namespace TaskList.Gateway.Tests.Import;

/// <summary>A real export; tests/data/trello/ORIGIN.md says whose.</summary>
public sealed class RealBoardFacts
{
    const string File = "project-100.json";

    [Fact]
    public async Task ListsAndCardsKeepTheirOrder()
    {
        var plan = await TrelloFiles.PlanFile(File);
        var board = ImportedBoard.Of(plan);

        Assert.Equal("Project 100", plan.Name);
        Assert.Equal(["Todo", "In Progress", "Done"], board.Sections);
        Assert.Equal(["Write code", "Review code"], board.TitlesBySection["Todo"]);
        Assert.Equal(new ImportedCounts(Sections: 3, Tasks: 3, Labels: 6, ChecklistItems: 0, Comments: 0), plan.Report.Imported);
    }

    [Fact]
    public async Task CustomFieldsBecomePartOfTheDescription()
    {
        var board = ImportedBoard.Of(await TrelloFiles.PlanFile(File));

        Assert.Equal(
            "## Custom fields\n\n- Logical Value: ✓\n- Date Value: 2021-01-07 10:00 UTC\n- Text Value: Hello",
            ImportedBoard.Text(board.Task("Write code"), "description"));
    }

    [Fact]
    public async Task NamelessLabelsKeepTheirColor()
    {
        var board = ImportedBoard.Of(await TrelloFiles.PlanFile(File));

        Assert.All(board.Labels, label => Assert.Empty(label.Name));
        Assert.Equal(["amber", "blue", "green", "orange", "purple", "red"], board.Labels.Select(label => label.Color).Order());
    }

    [Fact]
    public async Task PeopleAreCountedAndLeftOut()
    {
        var plan = await TrelloFiles.PlanFile(File);

        Assert.Contains(new DroppedCount("members", 1, "notSupported"), plan.Report.Dropped);
        Assert.Contains(new DroppedCount("assignments", 3, "notSupported"), plan.Report.Dropped);
    }

    [Fact]
    public async Task TheFixtureHoldsNoAddress()
    {
        await using var file = TrelloFiles.Open(File);
        using var text = new StreamReader(file);
        // Icons for dense screens are named "…@2x.png".
        Assert.DoesNotMatch(@"[\w.+-]+@(?!2x\.png)[\w-]+\.\w", await text.ReadToEndAsync());
    }
}
