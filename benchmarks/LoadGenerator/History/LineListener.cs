using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace TaskList.LoadGenerator.History;

/// <summary>What a line between two processes does with one connection: returns when either end has gone. Exceptions of broken sockets may leave it.</summary>
public delegate Task LineCarrier(Socket client, Socket target, CancellationToken end);

/// <summary>The listening half of every line that stands between two processes, over TCP or Unix sockets: takes connections, connects them on, and ends them all with itself.</summary>
public sealed class LineListener : IAsyncDisposable
{
    readonly ConcurrentDictionary<Socket, Socket> _open = new();
    readonly ConcurrentDictionary<Task, bool> _carried = new();
    readonly CancellationTokenSource _stop = new();
    readonly Socket _listener;
    readonly EndPoint _target;
    readonly LineCarrier _carry;
    readonly string? _file;
    readonly Task _accepting;
    volatile bool _refuses;

    public LineListener(EndPoint listen, EndPoint target, LineCarrier carry)
    {
        (_target, _carry, _file) = (target, carry, (listen as UnixDomainSocketEndPoint)?.ToString());
        _listener = SocketTo(listen);
        _listener.Bind(listen);
        _listener.Listen(256);
        _accepting = Accept();
    }

    /// <summary>Any free port of this machine.</summary>
    public static IPEndPoint Anywhere => new(IPAddress.Loopback, 0);

    /// <summary>The TCP port that it listens on.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndPoint!).Port;

    public string Url => $"http://127.0.0.1:{Port}";

    /// <summary>New connections end at once.</summary>
    public bool Refuses
    {
        set => _refuses = value;
    }

    /// <summary>Ends the connections that there are.</summary>
    public void EndAll()
    {
        foreach (var (client, target) in _open) Close(client, target);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        EndAll();
        await Task.WhenAll(_carried.Keys);
        if (_file is not null) File.Delete(_file);
        _stop.Dispose();
    }

    async Task Accept()
    {
        try
        {
            while (true)
            {
                var carried = Carry(await _listener.AcceptAsync(_stop.Token));
                _carried[carried] = true;
                _ = carried.ContinueWith(ended => _carried.TryRemove(ended, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The line is taken down.
        }
    }

    async Task Carry(Socket client)
    {
        var target = SocketTo(_target);
        try
        {
            if (client.AddressFamily == AddressFamily.InterNetwork) client.NoDelay = true;
            _open[client] = target;

            // After it stands among the open ones: whoever refuses first and ends all then misses none.
            if (_refuses) return;
            await target.ConnectAsync(_target, _stop.Token);
            using var end = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
            await _carry(client, target, end.Token);
        }
        catch (Exception gone) when (gone is SocketException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            // One of the two has gone, or the line was cut.
        }
        finally
        {
            _open.TryRemove(client, out _);
            Close(client, target);
        }
    }

    static void Close(Socket client, Socket target)
    {
        client.Dispose();
        target.Dispose();
    }

    static Socket SocketTo(EndPoint point) => point.AddressFamily == AddressFamily.Unix
        ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
        : new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
}
