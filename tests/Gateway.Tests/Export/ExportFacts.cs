using System.Net;
using System.Text;
using System.Text.Json;
using TaskList.Contracts;
using TaskList.Contracts.Lists;
using TaskList.Contracts.Users;
using Xunit;

namespace TaskList.Gateway.Tests.Export;

public sealed class ExportFacts
{
    static readonly DateTime At = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    readonly Guid _caller = Guid.NewGuid();
    readonly Guid _list = Guid.NewGuid();
    readonly Guid _history = Guid.NewGuid();
    readonly Guid _label = Guid.NewGuid();
    int _version = 3;
    long _removedAfter = long.MaxValue;

    [Fact]
    public async Task JsonHoldsTheSnapshotAndEveryChangeUpToIt()
    {
        _version = 1_201;
        using var answer = await Export("json", Task("Молоко"));
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        using var file = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("Молоко", file.RootElement.GetProperty("snapshot").GetProperty("tasks")[0].GetProperty("title").GetString());
        Assert.Equal(
            Enumerable.Range(1, 1_201).Select(version => (long)version),
            file.RootElement.GetProperty("changes").EnumerateArray().Select(change => change.GetProperty("version").GetInt64()));
    }

    [Fact]
    public async Task WhoeverIsRemovedMeanwhileGetsAFileThatBreaksOff()
    {
        (_version, _removedAfter) = (1_201, 500);
        await Assert.ThrowsAsync<HttpRequestException>(() => Export("json", Task("Secret")));
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("  =1")]
    [InlineData("＝1")]
    public async Task ATableHoldsNoFormula(string title)
    {
        using var answer = await Export("csv", Task(title));
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains($"\"OPS-7\",\"'{title}\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATableKeepsQuotesCommasAndLines()
    {
        using var answer = await Export("csv", Task("He said \"no\", twice\nand left"));
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Contains("\"He said \"\"no\"\", twice\nand left\",\"To do\"", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TextShowsSectionsBoxesChecklistsAndComments()
    {
        using var answer = await Export("markdown", Task("Buy *milk*"));
        Assert.Equal("text/markdown", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(
            """
            # Groceries/2026 \| \<all\>

            ## To do

            - [x] **OPS-7** Buy \*milk\* · P1 · 📅 2026-01-02 03:04Z · @Anna · 🏷 urgent

              Two lines:
              - one

              - [ ] whole
              - 💬 Anna, 2026-01-02 03:04Z:

                From the **farm**


            """.ReplaceLineEndings("\n"),
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task TheFileHasASafeName()
    {
        using var answer = await Export("csv", Task("Task"));
        Assert.Matches(@"^Groceries 2026 all \d{4}-\d\d-\d\d\.csv$", answer.Content.Headers.ContentDisposition!.FileNameStar!);
    }

    [Fact]
    public async Task ToAStrangerThereIsNoSuchList()
    {
        _removedAfter = -1;
        using var answer = await Export("json", Task("Secret"));
        Assert.Equal((HttpStatusCode.NotFound, "listNotFound"), (answer.StatusCode, await answer.Code()));
    }

    [Fact]
    public async Task AnotherFormatIsRefused()
    {
        using var answer = await Export("xlsx", Task("Task"));
        Assert.Equal((HttpStatusCode.BadRequest, "invalidField"), (answer.StatusCode, await answer.Code()));
    }

    TaskPicture Task(string title) => new(
        Guid.NewGuid(), 7, title, "Two lines:\n- one", At, _caller, At, 1, null, At, null, null, [_caller], [_label], null, null,
        [new ChecklistItemPicture(Guid.NewGuid(), "whole", false)],
        [new CommentPicture(Guid.NewGuid(), _caller, At, "From the **farm**", null, null, null, null)],
        null);

    async Task<HttpResponseMessage> Export(string format, TaskPicture task)
    {
        var gateway = await TestGateway.Start();
        await using (gateway)
        {
            gateway.Cluster.Answer<IUserGrain>((_, _) => System.Threading.Tasks.Task.FromResult<UserProfile?>(new UserProfile(_caller, "a@example.org", "Anna", "en", "UTC")));
            gateway.Cluster.Answer<IListGrain>((method, arguments) => method switch
            {
                _ when _removedAfter < 0 => Refused(method),
                nameof(IListGrain.People) => System.Threading.Tasks.Task.FromResult<Result<PeopleAnswer>>(new PeopleAnswer([_caller])),
                nameof(IListGrain.Snapshot) => System.Threading.Tasks.Task.FromResult<Result<SnapshotAnswer>>(new SnapshotAnswer(_history, _version, new RawJson(Snapshot(task)))),
                _ => Changes((ChangesRequest)arguments[1]!),
            });
            return await gateway.Http.SendAsync(gateway.As(_caller, HttpMethod.Get, $"/api/lists/{_list}/export?format={format}"), TestContext.Current.CancellationToken);
        }
    }

    static object Refused(string method) => method == nameof(IListGrain.People)
        ? System.Threading.Tasks.Task.FromResult<Result<PeopleAnswer>>(new Refusal(Codes.ListNotFound))
        : throw new InvalidOperationException("The membership is checked first.");

    byte[] Snapshot(TaskPicture task) => ListJson.Write(new ListSnapshot(
        _list, _history, _version, "Groceries/2026 | <all>", "OPS", null,
        [new SectionPicture(Guid.NewGuid(), "To do", null, [task.TaskId])], [task], [new LabelPicture(_label, "urgent", "red")], [new ListMember(_caller, Role.Owner)]));

    /// <summary>The list goes on while it is written.</summary>
    Task<Result<ChangesAnswer>> Changes(ChangesRequest request)
    {
        if (request.AfterVersion >= _removedAfter) return System.Threading.Tasks.Task.FromResult<Result<ChangesAnswer>>(new Refusal(Codes.ListNotFound));
        var versions = Enumerable.Range((int)request.AfterVersion + 1, request.Limit);
        RawJson[] changes = [.. versions.Select(version => new RawJson(ListJson.Write(new ListChange(_list, version, Guid.NewGuid(), _caller, At, []))))];
        return System.Threading.Tasks.Task.FromResult<Result<ChangesAnswer>>(new ChangesAnswer(_history, 9_999, changes));
    }
}
