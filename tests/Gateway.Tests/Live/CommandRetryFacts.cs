using System.Collections.Concurrent;
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

    static Task<CommandAnswer> Lost(string end) => end switch
    {
        "throws" => Task.FromException<CommandAnswer>(new TimeoutException()),
        "isTurnedAway" => Task.FromException<CommandAnswer>(new GatewayTooBusyException()),
        _ => new TaskCompletionSource<CommandAnswer>().Task,
    };
}
