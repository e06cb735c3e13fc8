using System.Net;
using System.Net.Sockets;
using TaskList.LoadGenerator.History;

namespace TaskList.Product.Tests;

/// <summary>
/// A TCP line that delays what it carries, tears it into pieces and cuts connections. It can neither drop, double nor swap bytes: TCP would not
/// let such a thing through either; what is lost is lost by a cut.
/// </summary>
sealed class BadLine : IAsyncDisposable
{
    readonly LineListener _listener;
    readonly Random _random;
    volatile bool _calm;
    int _cuts;

    public BadLine(int target, int seed)
    {
        _random = new Random(seed);
        _listener = new LineListener(LineListener.Anywhere, new IPEndPoint(IPAddress.Loopback, target), Carry);
    }

    public string Url => _listener.Url;

    /// <summary>How many connections it has cut.</summary>
    public int Cuts => Volatile.Read(ref _cuts);

    /// <summary>From now on a good line.</summary>
    public void Calm() => _calm = true;

    public ValueTask DisposeAsync() => _listener.DisposeAsync();

    async Task Carry(Socket client, Socket server, CancellationToken end)
    {
        using var cut = CancellationTokenSource.CreateLinkedTokenSource(end);
        if (!_calm) cut.CancelAfter(Next(200, 2_000));
        try
        {
            await await Task.WhenAny(Pump(client, server, cut.Token), Pump(server, client, cut.Token));
        }
        finally
        {
            if (cut.IsCancellationRequested && !end.IsCancellationRequested) Interlocked.Increment(ref _cuts);
        }
    }

    async Task Pump(Socket from, Socket to, CancellationToken cut)
    {
        var buffer = new byte[4_096];
        while (await from.ReceiveAsync(buffer.AsMemory(0, _calm ? buffer.Length : Next(1, buffer.Length)), cut) is > 0 and var count)
        {
            if (!_calm && Next(0, 4) == 0) await Task.Delay(Next(1, 30), cut);
            for (var sent = 0; sent < count;) sent += await to.SendAsync(buffer.AsMemory(sent, count - sent), cut);
        }
    }

    int Next(int from, int to)
    {
        lock (_random) return _random.Next(from, to);
    }
}
