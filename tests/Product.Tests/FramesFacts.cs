using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Xunit;

namespace TaskList.Product.Tests;

/// <summary>Frames that no client of ours sends: each is answered with an error or a close, writes at most one line, and harms nobody else.</summary>
[Collection<OneProduct>]
public sealed class FramesFacts(StandaloneProduct product, ITestOutputHelper output)
{
    const char End = '\u001e';

    static readonly int Frames = Tier.IsLong ? 100_000 : 1_000;

    string Url => product.Host.Url;

    [Theory]
    [InlineData("""{"type":1,"invocationId":"1","target":"Nonsense","arguments":[]}""")]
    [InlineData("""{"type":1,"invocationId":"1","target":"Open","arguments":[]}""")]
    [InlineData("""{"type":1,"invocationId":"1","target":"Open","arguments":[7,8]}""")]
    [InlineData("""{"type":1,"invocationId":"1","target":"Close","arguments":["not-an-id"]}""")]
    [InlineData("""{"type":1,"invocationId":"1","target":"Changes","arguments":[{"listId":[]}]}""")]
    [InlineData("""{"type":1,"invocationId":"1","target":"SetPresence","arguments":["00000000-0000-0000-0000-000000000001",[]]}""")]
    [InlineData("""{"type":1,"invocationId":"1","target":"Renew","arguments":["nonsense"]}""")]
    [InlineData("""{"type":4,"invocationId":"1","target":"Open","arguments":[{}]}""")]
    public async Task WrongCallIsAnsweredWithAnErrorAndTheConnectionLivesOn(string frame)
    {
        await using var caller = await Caller.SignUp(Url);
        var listId = await caller.NewList();
        using var socket = await LightSocket.Connect(Url, caller.Token);
        var answer = socket.Expect("1");
        await socket.Read().Send(Encoding.UTF8.GetBytes(frame + End));
        await Assert.ThrowsAsync<InvalidOperationException>(() => answer.WaitAsync(Ear.Patience));
        Assert.NotNull(await socket.Call("Open", new { listId }));
    }

    public static TheoryData<byte[]> FatalFrames =>
    [
        Encoding.UTF8.GetBytes("{\"type\":1,\"target\":" + End),
        (byte[])[.. """{"type":1,"target":"Open","arguments":[{"listId":" """u8, 0xff, 0xfe, 0xc0, .. "\"}]}\u001e"u8],
        Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { type = 1, target = "Open", arguments = new[] { new string('x', 257 << 10) } }) + End),
        Encoding.UTF8.GetBytes(new string('x', 300 << 10)),
        (byte[])[0x00, 0x1e],
    ];

    [Theory, MemberData(nameof(FatalFrames))]
    public async Task FrameThatIsNoMessageEndsItsConnection(byte[] frame)
    {
        await using var caller = await Caller.SignUp(Url);
        using var socket = await LightSocket.Connect(Url, caller.Token);
        socket.Read();
        await socket.Send(frame);
        await socket.Reading.WaitAsync(Ear.Patience);
    }

    [Fact]
    public async Task HandshakeThatNeverEndsIsCutOff()
    {
        await using var caller = await Caller.SignUp(Url);
        using var socket = await RawSocket.Connect(Url, caller.Token);
        await socket.Send("""{"protocol":"json",""");
        await socket.Closed(Ear.Patience);
    }

    [Fact]
    public async Task AnyFramesAtAllLeaveTheOthersInPeace()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("FRAMES_SEED"), out var given) ? given : Random.Shared.Next();
        output.WriteLine($"FRAMES_SEED={seed}");
        var frames = new MadeFrames(seed);
        await using var owner = await Caller.SignUp(Url);
        await using var stranger = await Caller.SignUp(Url);
        var listId = await owner.NewList();
        var heard = 0;
        using var witness = (await LightSocket.Connect(Url, owner.Token)).Read();
        witness.Heard = (name, _) => heard += name == "Changed" ? 1 : 0;
        await witness.Call("Open", new { listId });
        var lines = LogLines();

        LightSocket? socket = null;
        for (var i = 0; i < Frames; i++)
        {
            if (socket is null || socket.Reading.IsCompleted)
            {
                socket?.Dispose();
                socket = (await LightSocket.Connect(Url, stranger.Token)).Read();
            }

            try
            {
                await socket.Send(frames.Next(listId));
            }
            catch (Exception fault) when (fault is WebSocketException or OperationCanceledException)
            {
                // The frame before it was fatal; a send on a socket that its reader has given up is called cancelled.
            }
        }

        socket?.Dispose();
        Assert.Equal(200, (await owner.Execute(listId, Caller.AddTask(listId, Guid.NewGuid()))).Status);
        await witness.Call("Changes", new { listId, afterVersion = 0, limit = 1 });

        // A push and the answer to a call come each in its own time.
        await Retry.Until(() => Task.FromResult(heard), times => times > 0, Ear.Patience);
        Assert.Equal((1, 3), (heard, (await owner.Log(listId)).Count));
        Assert.InRange(LogLines() - lines, 0, Frames);
        Assert.False(witness.Reading.IsCompleted);
    }

    int LogLines()
    {
        using var file = new FileStream(Path.Combine(product.LogFolder, "standalone.log"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        var lines = 0;
        while (reader.ReadLine() is not null) lines++;
        return lines;
    }
}
