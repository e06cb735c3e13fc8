using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace TaskList.Faults;

/// <summary>Stands between two processes, byte for byte, over TCP or Unix sockets. It can cut, stall and delay; a stalled line is silent, as a lost network is.</summary>
public sealed class FaultLine : IAsyncDisposable
{
    static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    readonly ConcurrentDictionary<Socket, Socket> _open = new();
    readonly CancellationTokenSource _stop = new();
    readonly Socket _listener;
    readonly EndPoint _target;
    readonly string? _file;
    readonly Task _accepting;
    volatile bool _cut, _stalled;
    long _delayMs;

    public FaultLine(EndPoint listen, EndPoint target)
    {
        _target = target;
        _listener = SocketTo(listen);
        _listener.Bind(listen);
        _file = (listen as UnixDomainSocketEndPoint)?.ToString();
        _listener.Listen(256);
        _accepting = Accept();
    }

    /// <summary>The TCP port that it listens on.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndPoint!).Port;

    /// <summary>Connections end and none comes about.</summary>
    public void Cut()
    {
        _cut = true;
        foreach (var (client, server) in _open) Close(client, server);
    }

    /// <summary>Connections stay, new ones are taken, and nothing passes.</summary>
    public void Stall() => _stalled = true;

    /// <summary>Whatever passes waits for so long first.</summary>
    public void Delay(TimeSpan by) => Interlocked.Exchange(ref _delayMs, (long)by.TotalMilliseconds);

    /// <summary>A good line again.</summary>
    public void Heal()
    {
        _cut = _stalled = false;
        Delay(TimeSpan.Zero);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        Cut();
        if (_file is not null) File.Delete(_file);
        _stop.Dispose();
    }

    async Task Accept()
    {
        try
        {
            while (true) _ = Carry(await _listener.AcceptAsync(_stop.Token));
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The line is taken down.
        }
    }

    async Task Carry(Socket client)
    {
        var server = SocketTo(_target);
        try
        {
            if (_cut) return;
            _open[client] = server;
            await server.ConnectAsync(_target, _stop.Token);
            await await Task.WhenAny(Pump(client, server), Pump(server, client));
        }
        catch (Exception end) when (end is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // One of the two has gone, or the line was cut.
        }
        finally
        {
            _open.TryRemove(client, out _);
            Close(client, server);
        }
    }

    async Task Pump(Socket from, Socket to)
    {
        var buffer = new byte[16 << 10];
        while (await from.ReceiveAsync(buffer, _stop.Token) is > 0 and var count)
        {
            while (_stalled) await Task.Delay(Glance, _stop.Token);
            if (Interlocked.Read(ref _delayMs) is > 0 and var delay) await Task.Delay(TimeSpan.FromMilliseconds(delay), _stop.Token);
            for (var sent = 0; sent < count;) sent += await to.SendAsync(buffer.AsMemory(sent, count - sent), _stop.Token);
        }
    }

    static void Close(Socket client, Socket server)
    {
        client.Dispose();
        server.Dispose();
    }

    static Socket SocketTo(EndPoint point) => point.AddressFamily == AddressFamily.Unix
        ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
        : new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
}
