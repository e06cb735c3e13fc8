using System.Text.Json.Nodes;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.Logging.Abstractions;
using TaskList.Gateway.Lists;
using Xunit;

namespace TaskList.Gateway.Tests.Live;

public sealed class OutboxFacts : IDisposable
{
    readonly GatewayMetrics _metrics = new();
    readonly LetterWriter _letters = new(new JsonHubProtocol());
    readonly Outboxes _outboxes;
    readonly FakeSocket _socket = new();
    int _resyncs;

    public OutboxFacts()
    {
        _outboxes = new Outboxes(_letters, _metrics, NullLogger<DefaultHubLifetimeManager<ListHub>>.Instance)
        {
            Resync = _ =>
            {
                _resyncs++;
                return [_letters.Write("Head", _resyncs)];
            },
        };
    }

    public void Dispose() => _metrics.Dispose();

    async Task<Outbox> Box(FakeSocket socket)
    {
        await _outboxes.OnConnectedAsync(socket.Connection);
        return _outboxes.Of(socket.Connection.ConnectionId)!;
    }

    static string Target(JsonNode message) => message["target"]!.GetValue<string>();

    static int Number(JsonNode message) => message["arguments"]![0]!.GetValue<int>();

    [Fact]
    public async Task LettersArriveInTheOrderOfPostingHoweverSlowlyTheyAreRead()
    {
        var box = await Box(_socket);
        for (var i = 0; i < Outbox.MostLetters / 2; i++) box.Post(_letters.Write("Changed", i));
        box.Post(_letters.Write("Last", -1));

        var read = await _socket.ReadUntil(message => Target(message) == "Last");
        Assert.Equal(Enumerable.Range(0, Outbox.MostLetters / 2), read.SkipLast(1).Select(Number));
        Assert.Equal(0, _resyncs);
    }

    [Fact]
    public async Task StuckSocketGetsOneResyncInPlaceOfAllThatWasDropped()
    {
        var box = await Box(_socket);
        var letters = Enumerable.Range(0, 3 * Outbox.MostLetters).Select(i => _letters.Write("Changed", i)).ToArray();
        foreach (var letter in letters) box.Post(letter);

        var untilResync = await _socket.ReadUntil(message => Target(message) == "Head");
        box.Post(_letters.Write("Changed", -1));
        var after = await _socket.ReadUntil(message => Target(message) == "Changed");

        // What the pipe had taken, the resync, and then what was posted after it.
        Assert.Equal(Enumerable.Range(0, untilResync.Count - 1), untilResync.SkipLast(1).Select(Number));
        Assert.InRange(untilResync.Count, 2, 200);
        Assert.Equal(-1, Number(Assert.Single(after)));
        Assert.Equal(1, _resyncs);
    }

    [Fact]
    public async Task BytesCountAsLettersDo()
    {
        var box = await Box(_socket);
        var large = _letters.Write("Changed", new string('x', Outbox.MostBytes / 4));
        for (var i = 0; i < 4; i++) box.Post(large);
        Assert.True(box.IsFilling);
        box.Post(large);
        Assert.False(box.IsFilling);
        await _socket.ReadUntil(message => Target(message) == "Head");
    }

    [Fact]
    public async Task LossOfAListIsNeverDropped()
    {
        var (listId, regained) = (Guid.NewGuid(), Guid.NewGuid());
        var box = await Box(_socket);
        for (var i = 0; i < Outbox.MostLetters - 1; i++) box.Post(_letters.Write("Changed", i));
        box.Post(_letters.AccessLost(regained));
        for (var i = 0; i < Outbox.MostLetters; i++) box.Post(_letters.Write("Changed", i));
        box.Post(_letters.AccessLost(listId));
        box.Regained(regained);

        var read = await _socket.ReadUntil(message => Target(message) == "Head");
        Assert.Equal(listId.ToString(), Assert.Single(read, message => Target(message) == "AccessLost")["arguments"]![0]!.GetValue<string>());
    }

    [Fact]
    public async Task ConnectionThatHasGoneTakesEverything()
    {
        var box = await Box(_socket);
        _socket.Connection.Abort();
        for (var i = 0; i < 3 * Outbox.MostLetters; i++) box.Post(_letters.Write("Changed", i));
        await _outboxes.OnDisconnectedAsync(_socket.Connection);
        Assert.Null(_outboxes.Of(_socket.Connection.ConnectionId));
    }
}
