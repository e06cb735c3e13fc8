using System.Text;
using TaskList.LocalServices;
using Xunit;

namespace TaskList.Product.Tests;

/// <summary>A Trello export through the front door: what is on the board afterwards, and what happens when it comes twice or broken.</summary>
[Collection<OneProduct>]
public sealed class ImportFacts(StandaloneProduct product)
{
    [Theory]
    [InlineData("project-100.json", 3, 3)]
    [InlineData("made-board.json", 3, 6)]
    public async Task ABoardBecomesAListOfTheCallers(string file, int sections, int tasks)
    {
        await using var caller = await Caller.SignUp(product.Host.Url);
        var (status, imported) = await caller.Send(HttpMethod.Post, "/api/lists/import", await File.ReadAllTextAsync(Fixture(file)));
        Assert.Equal(201, status);

        var (_, snapshot) = await caller.Send(HttpMethod.Get, $"/api/lists/{imported["listId"]}");
        Assert.Equal(imported["version"]!.GetValue<long>(), snapshot["version"]!.GetValue<long>());
        Assert.Equal(sections, snapshot["sections"]!.AsArray().Count);
        Assert.Equal(tasks, snapshot["tasks"]!.AsArray().Count);
        Assert.Equal(caller.UserId, Assert.Single(snapshot["members"]!.AsArray())!["userId"]!.GetValue<string>());

        // What the report says is what is there.
        var counts = imported["report"]!["imported"]!;
        Assert.Equal(counts["tasks"]!.GetValue<int>(), tasks);
        Assert.Equal(counts["labels"]!.GetValue<int>(), snapshot["labels"]!.AsArray().Count);
        Assert.Equal(counts["checklistItems"]!.GetValue<int>(), snapshot["tasks"]!.AsArray().Sum(task => task!["checklist"]!.AsArray().Count));
        Assert.Equal(counts["comments"]!.GetValue<int>(), snapshot["tasks"]!.AsArray().Sum(task => task!["comments"]!.AsArray().Count));
        Assert.DoesNotContain(imported["report"]!["dropped"]!.AsArray(), entry => entry!["kind"]!.GetValue<string>() == "commands");
    }

    [Fact]
    public async Task TheSameFileIntoTheSameListAddsNothing()
    {
        await using var caller = await Caller.SignUp(product.Host.Url);
        var path = $"/api/lists/import?listId={Guid.NewGuid()}";
        var file = await File.ReadAllTextAsync(Fixture("made-board.json"));

        var first = await caller.Send(HttpMethod.Post, path, file);
        var second = await caller.Send(HttpMethod.Post, path, file);
        Assert.Equal((201, first.Body.ToJsonString()), (second.Status, second.Body.ToJsonString()));

        await using var stranger = await Caller.SignUp(product.Host.Url);
        var (status, problem) = await stranger.Send(HttpMethod.Post, path, file);
        Assert.Equal((409, "listIdTaken"), (status, problem["code"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("""{"name":"x","lists":[{"id":"l"}],"cards":[{"id":"c","idList":"l"}""", "malformedJson")]
    [InlineData("""{"name":"x","lists":[{"id":"l"}],"cards":[{"id":"c","idList":7}]}""", "unsupportedImport")]
    [InlineData("""{"tasks":[]}""", "unsupportedImport")]
    public async Task ABrokenFileLeavesNothingBehind(string file, string code)
    {
        await using var caller = await Caller.SignUp(product.Host.Url);
        var listId = Guid.NewGuid();
        var (status, problem) = await caller.Send(HttpMethod.Post, $"/api/lists/import?listId={listId}", file);

        Assert.Equal((400, code), (status, problem["code"]!.GetValue<string>()));
        Assert.Equal(404, (await caller.Send(HttpMethod.Get, $"/api/lists/{listId}")).Status);
    }

    [Fact]
    public async Task AFileMayBeSixtyFourMebibytesAndNoMore()
    {
        await using var caller = await Caller.SignUp(product.Host.Url);
        var (status, _) = await caller.Send(HttpMethod.Post, "/api/lists/import", Board(2 << 20));
        Assert.Equal(201, status);

        var (refused, problem) = await caller.Send(HttpMethod.Post, "/api/lists/import", Board(64 << 20));
        Assert.Equal((413, "payloadTooLarge"), (refused, problem["code"]!.GetValue<string>()));
    }

    static string Board(int padding) =>
        new StringBuilder("""{"name":"x","lists":[],"cards":[],"pad":" """).Append('p', padding).Append("\"}").ToString();

    static string Fixture(string name) => Path.Combine(RepositoryRoot.Path, "tests", "data", "trello", name);
}
