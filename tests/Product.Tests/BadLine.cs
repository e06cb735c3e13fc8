using System.Net;
using System.Net.Sockets;

namespace TaskList.Product.Tests;

/// <summary>
/// A TCP line that delays what it carries, tears it into pieces and cuts connections. It can neither drop, double nor swap bytes: TCP would not
/// let such a thing through either; what is lost is lost by a cut.
/// </summary>
sealed class BadLine : IAsyncDisposable
{
    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly CancellationTokenSource _stop = new();
    readonly Random _random;
    readonly int _target;
    readonly Task _accepting;
    volatile bool _calm;
    int _cuts;

    public BadLine(int target, int seed)
    {
        (_target, _random) = (target, new Random(seed));
        _listener.Start();
        Url = $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";
        _accepting = Accept();
    }

    public string Url { get; }

    /// <summary>How many connections it has cut.</summary>
    public int Cuts => Volatile.Read(ref _cuts);

    /// <summary>From now on a good line.</summary>
    public void Calm() => _calm = true;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    async Task Accept()
    {
        List<Task> connections = [];
        try
        {
            while (true) connections.Add(Carry(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (Exception fault) when (fault is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(connections);
        }
    }

    async Task Carry(TcpClient client)
    {
        using var _ = client;
        using var server = new TcpClient();
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, _target, _stop.Token);
            using var cut = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
            if (!_calm) cut.CancelAfter(Next(200, 2_000));
            var (up, down) = (Pump(client.GetStream(), server.GetStream(), cut.Token), Pump(server.GetStream(), client.GetStream(), cut.Token));
            await Task.WhenAny(up, down);
            if (cut.IsCancellationRequested && !_stop.IsCancellationRequested) Interlocked.Increment(ref _cuts);
            await cut.CancelAsync();
            await Task.WhenAll(up, down);
        }
        catch (Exception fault) when (fault is SocketException or OperationCanceledException)
        {
            // The gateway is not there, or the test is over.
        }
    }

    async Task Pump(NetworkStream from, NetworkStream to, CancellationToken cut)
    {
        var buffer = new byte[4_096];
        try
        {
            while (await from.ReadAsync(buffer.AsMemory(0, _calm ? buffer.Length : Next(1, buffer.Length)), cut) is > 0 and var count)
            {
                if (!_calm && Next(0, 4) == 0) await Task.Delay(Next(1, 30), cut);
                await to.WriteAsync(buffer.AsMemory(0, count), cut);
            }
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // Cut, here or at one of the ends.
        }
    }

    int Next(int from, int to)
    {
        lock (_random) return _random.Next(from, to);
    }
}
