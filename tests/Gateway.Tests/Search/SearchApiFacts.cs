using System.Net;
using TaskList.Contracts;
using TaskList.Contracts.Search;
using Xunit;

namespace TaskList.Gateway.Tests.Search;

public sealed class SearchApiFacts(SharedGateway shared) : IClassFixture<SharedGateway>
{
    readonly Guid _caller = Guid.NewGuid();

    [Theory]
    [InlineData("/api/search?q=milk&limt=5", HttpStatusCode.BadRequest, "unknownField")]
    [InlineData("/api/search?q=milk&q=beer", HttpStatusCode.BadRequest, "invalidField")]
    [InlineData("/api/search?q=milk&limit=many", HttpStatusCode.BadRequest, "invalidField")]
    [InlineData("/api/me/tasks?assignee=me", HttpStatusCode.BadRequest, "unknownField")]
    [InlineData("/api/me/tasks?assigned=yes", HttpStatusCode.BadRequest, "invalidField")]
    [InlineData("/api/me/tasks?due=tomorrow", HttpStatusCode.BadRequest, "invalidField")]
    [InlineData("/api/me/tasks?due=2026-03-01T10:00:00", HttpStatusCode.BadRequest, "invalidField")]
    [InlineData("/api/me/tasks?due=17", HttpStatusCode.BadRequest, "invalidField")]
    public async Task AQueryThatIsNotUnderstoodIsRefused(string path, HttpStatusCode status, string code)
    {
        var answer = await shared.Gateway.Http.SendAsync(shared.Gateway.As(_caller, HttpMethod.Get, path), TestContext.Current.CancellationToken);
        Assert.Equal((status, code), (answer.StatusCode, await answer.Code()));
    }

    [Fact]
    public async Task ALongNameDoesNotComeBackInFull()
    {
        var path = $"/api/search?{new string('x', 2_000)}=1";
        var answer = await shared.Gateway.Http.SendAsync(shared.Gateway.As(_caller, HttpMethod.Get, path), TestContext.Current.CancellationToken);
        Assert.InRange((await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Length, 1, 500);
    }

    [Theory]
    [InlineData("/api/search?q=milk")]
    [InlineData("/api/me/tasks")]
    [InlineData("/api/lists/0193a000-0000-7000-8000-000000000001/export")]
    public async Task WhoeverIsNotSignedInLearnsNothing(string path)
    {
        var answer = await shared.Gateway.Http.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task TheSearchIsTheCallersOwn()
    {
        await using var gateway = await TestGateway.Start();
        FindTasks? asked = null;
        gateway.Cluster.Answer<ISearchGrain>((_, arguments) =>
        {
            Assert.Equal(_caller, arguments[0]);
            asked = (FindTasks)arguments[1]!;
            return Task.FromResult<Result<FoundTasks>>(new FoundTasks([], "next"));
        });

        var answer = await gateway.Http.SendAsync(gateway.As(_caller, HttpMethod.Get, "/api/search?q=%D0%BC%D0%BE%D0%BB%D0%BE%D0%BA%D0%BE&limit=7"), TestContext.Current.CancellationToken);
        Assert.Equal("""{"results":[],"next":"next"}""", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(("молоко", 7, null), (asked!.Text, asked.Limit, asked.After));
        Assert.DoesNotContain("молоко", asked.ToString(), StringComparison.Ordinal);
    }
}
