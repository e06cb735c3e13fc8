using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using TaskList.Contracts;
using TaskList.Contracts.Lists;
using Xunit;

namespace TaskList.Gateway.Tests.Live;

/// <summary>A silo that dies takes calls along. Whoever sent the command hears nothing of it: the gateway asks again, for the same command.</summary>
public sealed class CommandRetryFacts(SharedGateway shared) : IClassFixture<SharedGateway>
{
    /// <summary>Twelve seconds are what the gateway gives a list that does not wake up; only the long tier waits for their end.</summary>
    static readonly bool All = Environment.GetEnvironmentVariable("TASKLIST_TEST_TIER") == "all";

    static readonly TimeSpan Budget = TimeSpan.FromSeconds(12);
    static readonly TimeSpan Away = TimeSpan.FromSeconds(2);

    readonly ConcurrentQueue<string> _asked = new();

    [Theory, InlineData("throws"), InlineData("isTurnedAway"), InlineData("neverAnswers")]
    public async Task AnAttemptThatIsLostIsMadeAgainWithTheSameCommand(string end)
    {
        var command = $$"""{ "commandId": "{{Guid.NewGuid()}}", "type": "renameList", "name": "Молоко" }""";
        shared.Gateway.Cluster.Answer<IListGrain>((_, arguments) =>
        {
            _asked.Enqueue(Encoding.UTF8.GetString(((RawJson)arguments[1]!).Utf8.Span));
            return _asked.Count > 2 ? Task.FromResult(new CommandAnswer(null, true, 7)) : Lost(end);
        });

        using var request = shared.Gateway.As(Guid.NewGuid(), HttpMethod.Post, $"/api/lists/{Guid.NewGuid()}/commands", new StringContent(command, Encoding.UTF8, "application/json"));
        using var answer = await shared.Gateway.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(7, body.RootElement.GetProperty("version").GetInt64());
        Assert.Equal([command, command, command], _asked);
    }

    /// <summary>Pauses grow to 0.8 s, of which chance may take half: so many tries fit, and no more.</summary>
    [Fact]
    public async Task ListThatIsAwayIsAskedAFewTimesWithTheSameCommandAndThenLeftUndecided()
    {
        var clock = Stopwatch.StartNew();
        var limit = All ? Budget : Away;
        var reads = 0;
        shared.Gateway.Cluster.Answer<IListGrain>((method, arguments) =>
        {
            if (method == nameof(IListGrain.Changes)) Interlocked.Increment(ref reads);
            else _asked.Enqueue(Encoding.UTF8.GetString(((RawJson)arguments[1]!).Utf8.Span));
            if (All || clock.Elapsed < Away) return method == nameof(IListGrain.Changes) ? Task.FromException<Result<ChangesAnswer>>(new TimeoutException()) : Lost("throws");
            return method == nameof(IListGrain.Changes) ? Task.FromResult(new Result<ChangesAnswer>(null, new Refusal(Codes.ListNotFound))) : Task.FromResult(new CommandAnswer(null, true, 7));
        });
        var (user, path, command) = (Guid.NewGuid(), $"/api/lists/{Guid.NewGuid()}", $$"""{ "commandId": "{{Guid.NewGuid()}}", "type": "renameList", "name": "Milk" }""");
        using var write = shared.Gateway.As(user, HttpMethod.Post, path + "/commands", new StringContent(command, Encoding.UTF8, "application/json"));
        using var read = shared.Gateway.As(user, HttpMethod.Get, path + "/changes?after=0");

        var answers = await Task.WhenAll(shared.Gateway.Http.SendAsync(write), shared.Gateway.Http.SendAsync(read));

        var most = 5 + (int)Math.Ceiling(limit.TotalSeconds / 0.4);
        Assert.InRange(_asked.Count, 2, most);
        Assert.InRange(reads, 2, most);
        Assert.All(_asked, asked => Assert.Equal(command, asked));
        Assert.True(clock.Elapsed >= limit - TimeSpan.FromSeconds(1), "It gave up long before its budget was spent.");
        Assert.Equal(All ? Codes.OutcomeUnknown : null, await Undecided(answers[0]));
        Assert.Equal(All ? Codes.Unavailable : Codes.ListNotFound, await Undecided(answers[1]));
    }

    /// <summary>The code of a refusal; one of the product's own doing must say when to come back.</summary>
    static async Task<string?> Undecided(HttpResponseMessage answer)
    {
        if (answer.IsSuccessStatusCode) return null;
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal((int)answer.StatusCode >= 500, problem.RootElement.TryGetProperty("retryAfterMs", out _));
        return problem.RootElement.GetProperty("code").GetString();
    }

    static Task<CommandAnswer> Lost(string end) => end switch
    {
        "throws" => Task.FromException<CommandAnswer>(new TimeoutException()),
        "isTurnedAway" => Task.FromException<CommandAnswer>(new GatewayTooBusyException()),
        _ => new TaskCompletionSource<CommandAnswer>().Task,
    };
}
