using System.Net;
using System.Net.Sockets;
using TaskList.LoadGenerator.History;

namespace TaskList.Faults;

/// <summary>Stands between two processes, byte for byte, over TCP or Unix sockets. It can cut, stall and delay; a stalled line is silent, as a lost network is.</summary>
public sealed class FaultLine : IAsyncDisposable
{
    static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    readonly LineListener _listener;
    volatile bool _stalled;
    long _delayMs;

    public FaultLine(EndPoint listen, EndPoint target) =>
        _listener = new LineListener(listen, target, async (client, server, end) => await await Task.WhenAny(Pump(client, server, end), Pump(server, client, end)));

    /// <summary>The TCP port that it listens on.</summary>
    public int Port => _listener.Port;

    /// <summary>Connections end and none comes about.</summary>
    public void Cut()
    {
        _listener.Refuses = true;
        _listener.EndAll();
    }

    /// <summary>Connections stay, new ones are taken, and nothing passes.</summary>
    public void Stall() => _stalled = true;

    /// <summary>Whatever passes waits for so long first.</summary>
    public void Delay(TimeSpan by) => Interlocked.Exchange(ref _delayMs, (long)by.TotalMilliseconds);

    /// <summary>A good line again.</summary>
    public void Heal()
    {
        _listener.Refuses = _stalled = false;
        Delay(TimeSpan.Zero);
    }

    public ValueTask DisposeAsync() => _listener.DisposeAsync();

    async Task Pump(Socket from, Socket to, CancellationToken end)
    {
        var buffer = new byte[16 << 10];
        while (await from.ReceiveAsync(buffer, end) is > 0 and var count)
        {
            while (_stalled) await Task.Delay(Glance, end);
            if (Interlocked.Read(ref _delayMs) is > 0 and var delay) await Task.Delay(TimeSpan.FromMilliseconds(delay), end);
            for (var sent = 0; sent < count;) sent += await to.SendAsync(buffer.AsMemory(sent, count - sent), end);
        }
    }
}
