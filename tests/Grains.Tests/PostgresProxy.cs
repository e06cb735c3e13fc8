using System.Collections.Concurrent;
using System.Net.Sockets;
using Npgsql;

namespace TaskList.Grains.Tests;

/// <summary>Stands between Npgsql and a real Postgres, byte for byte, and can freeze or lose what passes.</summary>
sealed class PostgresProxy : IAsyncDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("tl-px-").FullName;
    readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    readonly ConcurrentDictionary<int, Passage> _open = new();
    readonly CancellationTokenSource _stop = new();
    readonly string _server;
    readonly Task _accepting;
    TaskCompletionSource _thawed = new();
    int _last;

    public PostgresProxy(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        _server = Path.Combine(settings.Host!, ".s.PGSQL.5432");
        settings.Host = _folder;
        ConnectionString = settings.ConnectionString;
        _listener.Bind(new UnixDomainSocketEndPoint(Path.Combine(_folder, ".s.PGSQL.5432")));
        _listener.Listen(128);
        _thawed.SetResult();
        _accepting = Accept();
    }

    public string ConnectionString { get; }

    /// <summary>Connections that the client has not given up.</summary>
    public int Open => _open.Count;

    /// <summary>Connections so far that asked for nothing but the end of another one's statement.</summary>
    public int CancelRequests { get; private set; }

    /// <summary>Lose every answer of a statement that begins so: it is passed on, and the connection is cut when Postgres has answered.</summary>
    public byte[]? LoseAnswerTo { get; set; }

    public int Lost { get; private set; }

    /// <summary>Nothing passes any more, in either direction; new connections are accepted and hear nothing.</summary>
    public void Freeze() => _thawed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Thaw() => _thawed.TrySetResult();

    async Task Accept()
    {
        try
        {
            while (true)
            {
                var passage = new Passage(await _listener.AcceptAsync(_stop.Token));
                var number = ++_last;
                _open[number] = passage;
                _ = Serve(passage).ContinueWith(_ => _open.TryRemove(number, out var _), TaskScheduler.Default);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    async Task Serve(Passage passage)
    {
        try
        {
            await passage.Server.ConnectAsync(new UnixDomainSocketEndPoint(_server), _stop.Token);
            await Task.WhenAny(ToServer(passage), ToClient(passage)).Unwrap();
        }
        catch (Exception fault) when (fault is SocketException or OperationCanceledException or ObjectDisposedException)
        {
        }
        finally
        {
            passage.Dispose();
        }
    }

    async Task ToServer(Passage passage)
    {
        var buffer = new byte[64 << 10];
        for (int read; (read = await passage.Client.ReceiveAsync(buffer, _stop.Token)) > 0;)
        {
            // The code of a cancel request stands where a start-up message has its protocol version.
            if (read == 16 && buffer.AsSpan(4, 4).SequenceEqual(new byte[] { 4, 210, 22, 46 })) CancelRequests++;
            passage.Doomed |= LoseAnswerTo is { } start && buffer.AsSpan(0, read).IndexOf(start) >= 0;
            await PassOn(passage.Server, buffer.AsMemory(0, read), passage.Client);
        }
    }

    async Task ToClient(Passage passage)
    {
        var buffer = new byte[64 << 10];
        for (int read; (read = await passage.Server.ReceiveAsync(buffer, _stop.Token)) > 0;)
        {
            if (passage.Doomed)
            {
                Lost++;
                return;
            }

            await PassOn(passage.Client, buffer.AsMemory(0, read), passage.Client);
        }
    }

    /// <summary>While frozen it watches for the client to hang up, as a kernel would notice.</summary>
    async Task PassOn(Socket to, ReadOnlyMemory<byte> bytes, Socket client)
    {
        while (!_thawed.Task.IsCompleted)
        {
            if (client.Poll(0, SelectMode.SelectRead) && client.Available == 0) throw new SocketException((int)SocketError.ConnectionReset);
            await Task.WhenAny(_thawed.Task, Task.Delay(20, _stop.Token));
            _stop.Token.ThrowIfCancellationRequested();
        }

        await to.SendAsync(bytes, _stop.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Dispose();
        foreach (var passage in _open.Values) passage.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    sealed class Passage(Socket client) : IDisposable
    {
        public Socket Client { get; } = client;

        public Socket Server { get; } = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);

        public bool Doomed { get; set; }

        public void Dispose()
        {
            Client.Dispose();
            Server.Dispose();
        }
    }
}
