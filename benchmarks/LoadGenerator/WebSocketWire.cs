using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace TaskList.LoadGenerator;

/// <summary>What a received message is handed to. It must not keep the span.</summary>
delegate void MessageHandler(ReadOnlySpan<byte> message);

/// <summary>
/// A WebSocket that does no more than a load generator needs, because on a small machine the generator's cost is the product's loss:
/// a mask of zeros (the standard asks for a mask, not for a good one), no timers, answers handled where they are read.
/// </summary>
sealed class WebSocketWire : IDisposable
{
    const byte Text = 0x1, Close = 0x8, Ping = 0x9, Pong = 0xA;

    readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    readonly Lock _sending = new();
    readonly MessageHandler _handler;
    byte[] _frame = new byte[1_024];
    byte[] _received = new byte[4_096];
    byte[] _parts = [];
    int _start, _end;

    WebSocketWire(MessageHandler handler) => _handler = handler;

    /// <summary>Completes when the other side has closed.</summary>
    public Task Ended { get; private set; } = Task.CompletedTask;

    public static async Task<WebSocketWire> Connect(Uri address, string? token, MessageHandler handler)
    {
        var wire = new WebSocketWire(handler);
        await wire._socket.ConnectAsync(address.Host, address.Port);
        var authorization = token is null ? "" : $"Authorization: Bearer {token}\r\n";
        var request = $"GET {address.PathAndQuery} HTTP/1.1\r\nHost: {address.Authority}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + $"Sec-WebSocket-Key: MDEyMzQ1Njc4OWFiY2RlZg==\r\nSec-WebSocket-Version: 13\r\n{authorization}\r\n";
        await wire._socket.SendAsync(Encoding.ASCII.GetBytes(request));
        await wire.ReadUpgrade();
        wire.Ended = wire.Receive();
        return wire;
    }

    public void Send(ReadOnlySpan<byte> payload) => Send(Text, payload);

    public void Dispose() => _socket.Dispose();

    void Send(byte opcode, ReadOnlySpan<byte> payload)
    {
        lock (_sending)
        {
            var head = payload.Length < 126 ? 2 : payload.Length <= ushort.MaxValue ? 4 : 10;
            if (_frame.Length < head + 4 + payload.Length) _frame = new byte[head + 4 + payload.Length];
            _frame[0] = (byte)(0x80 | opcode);
            _frame[1] = (byte)(0x80 | (head switch { 2 => payload.Length, 4 => 126, _ => 127 }));
            if (head == 4) BinaryPrimitives.WriteUInt16BigEndian(_frame.AsSpan(2), (ushort)payload.Length);
            if (head == 10) BinaryPrimitives.WriteInt64BigEndian(_frame.AsSpan(2), payload.Length);
            _frame.AsSpan(head, 4).Clear();
            payload.CopyTo(_frame.AsSpan(head + 4));
            _socket.Send(_frame.AsSpan(0, head + 4 + payload.Length));
        }
    }

    async Task ReadUpgrade()
    {
        while (true)
        {
            var read = await _socket.ReceiveAsync(_received.AsMemory(_end));
            _end += read;
            var end = _received.AsSpan(0, _end).IndexOf("\r\n\r\n"u8);
            if (end >= 0 && _received.AsSpan().StartsWith("HTTP/1.1 101"u8))
            {
                _start = end + 4;
                return;
            }

            if (read == 0 || end >= 0 || _end == _received.Length)
                throw new IOException($"No WebSocket: {Encoding.ASCII.GetString(_received, 0, Math.Min(_end, 40))}");
        }
    }

    async Task Receive()
    {
        try
        {
            while (true)
            {
                if (!Consume()) return;
                MakeRoom();
                var read = await _socket.ReceiveAsync(_received.AsMemory(_end));
                if (read == 0) return;
                _end += read;
            }
        }
        catch (Exception cut) when (cut is SocketException or ObjectDisposedException)
        {
            // Cut off without a farewell is closed, too.
        }
    }

    void MakeRoom()
    {
        if (_start == _end) _start = _end = 0;
        if (_end < _received.Length) return;
        var target = _start > _received.Length / 2 ? _received : new byte[_received.Length * 2];
        _received.AsSpan(_start, _end - _start).CopyTo(target);
        (_received, _end, _start) = (target, _end - _start, 0);
    }

    /// <summary>Handles all whole frames; false at the other side's farewell.</summary>
    bool Consume()
    {
        while (_end - _start >= 2)
        {
            var data = _received.AsSpan(_start, _end - _start);
            long length = data[1] & 0x7F;
            var head = length < 126 ? 2 : length == 126 ? 4 : 10;
            if (data.Length < head) return true;
            if (head == 4) length = BinaryPrimitives.ReadUInt16BigEndian(data[2..]);
            if (head == 10) length = BinaryPrimitives.ReadInt64BigEndian(data[2..]);
            if (data.Length < head + length) return true;
            _start += head + (int)length;
            if (!Take((byte)(data[0] & 0xF), (data[0] & 0x80) != 0, data.Slice(head, (int)length))) return false;
        }

        return true;
    }

    bool Take(byte opcode, bool last, ReadOnlySpan<byte> payload)
    {
        if (opcode == Close) return false;
        if (opcode == Ping) Send(Pong, payload);
        if (opcode is Ping or Pong) return true;
        if (last && _parts.Length == 0)
        {
            _handler(payload);
            return true;
        }

        _parts = [.. _parts, .. payload];
        if (!last) return true;
        var whole = _parts;
        _parts = [];
        _handler(whole);
        return true;
    }
}
