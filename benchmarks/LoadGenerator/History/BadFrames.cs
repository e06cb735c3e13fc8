using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace TaskList.LoadGenerator.History;

/// <summary>
/// A line to a gateway that loses, doubles, swaps and delays messages with changes. TCP hides such things from those who use it, so this stands
/// behind TCP: it reads the WebSocket frames that come from the gateway and passes on what it likes of them.
/// </summary>
public sealed class BadFrames : IAsyncDisposable
{
    const byte LastPart = 0x80, Text = 0x1;

    /// <summary>Stands behind each message of SignalR's JSON protocol.</summary>
    const byte End = 0x1E;

    readonly LineListener _listener;
    readonly Random _random;
    volatile bool _calm;
    int _spoilt;

    public BadFrames(int target, int seed)
    {
        _random = new Random(seed);
        _listener = new LineListener(LineListener.Anywhere, new IPEndPoint(IPAddress.Loopback, target), Carry);
    }

    public string Url => _listener.Url;

    /// <summary>Messages that were lost, doubled or swapped.</summary>
    public int Spoilt => Volatile.Read(ref _spoilt);

    /// <summary>From now on a good line.</summary>
    public void Calm() => _calm = true;

    public ValueTask DisposeAsync() => _listener.DisposeAsync();

    async Task Carry(Socket client, Socket gateway, CancellationToken end)
    {
        await using var up = new NetworkStream(gateway);
        await using var down = new NetworkStream(client);
        await await Task.WhenAny(down.CopyToAsync(up, end), Down(up, down, end));
    }

    async Task Down(NetworkStream from, NetworkStream to, CancellationToken end)
    {
        var head = await Head(from, end);
        await to.WriteAsync(head, end);
        if (!head.AsSpan().StartsWith("HTTP/1.1 101"u8)) await from.CopyToAsync(to, end);
        byte[]? kept = null;
        while (true)
        {
            var frame = await Frame(from, end);
            foreach (var sent in Spoil(frame, ref kept)) await to.WriteAsync(sent, end);
            if (!_calm && Next(8) == 0) await Task.Delay(Next(20), end);
        }
    }

    /// <summary>What goes on instead of a frame, and at once what was kept back before it.</summary>
    byte[][] Spoil(byte[] frame, ref byte[]? kept)
    {
        // A busy gateway sends several messages as one, and a long one in parts. Only a change that came alone and whole can be taken out; nothing goes in between parts.
        if ((frame[0] & LastPart) == 0) return [frame];
        var isChange = frame[0] == (LastPart | Text) && frame.AsSpan().IndexOf(End) == frame.Length - 1 && frame.AsSpan().IndexOf("\"target\":\"Changed\""u8) is >= 0 and < 64;
        var before = kept;
        kept = null;
        byte[][] sent = before is null ? [frame] : [frame, before];
        if (_calm || !isChange) return sent;
        var dice = Next(100);
        if (dice < 15) Interlocked.Increment(ref _spoilt);
        if (dice is >= 5 and < 10) kept = frame;
        return dice switch
        {
            < 10 => before is null ? [] : [before],
            < 15 => [.. sent, frame],
            _ => sent,
        };
    }

    static async Task<byte[]> Head(NetworkStream from, CancellationToken end)
    {
        List<byte> head = [];
        var one = new byte[1];
        while (head is not [.., (byte)'\r', (byte)'\n', (byte)'\r', (byte)'\n'])
        {
            await from.ReadExactlyAsync(one, end);
            head.Add(one[0]);
        }

        return [.. head];
    }

    /// <summary>A whole frame; a server does not mask its frames.</summary>
    static async Task<byte[]> Frame(NetworkStream from, CancellationToken end)
    {
        var head = new byte[10];
        await from.ReadExactlyAsync(head.AsMemory(0, 2), end);
        var size = head[1] switch { 126 => 4, 127 => 10, _ => 2 };
        await from.ReadExactlyAsync(head.AsMemory(2, size - 2), end);
        var length = size switch { 4 => BinaryPrimitives.ReadUInt16BigEndian(head.AsSpan(2)), 10 => checked((int)BinaryPrimitives.ReadInt64BigEndian(head.AsSpan(2))), _ => head[1] };
        var frame = new byte[size + length];
        head.AsSpan(0, size).CopyTo(frame);
        await from.ReadExactlyAsync(frame.AsMemory(size), end);
        return frame;
    }

    int Next(int below)
    {
        lock (_random) return _random.Next(below);
    }
}
