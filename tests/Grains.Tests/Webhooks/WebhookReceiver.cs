using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace TaskList.Grains.Tests.Webhooks;

/// <summary>Somebody's server, which keeps what it is sent and answers as a test wants.</summary>
public sealed class WebhookReceiver : IDisposable
{
    readonly HttpListener _listener = new();
    readonly SemaphoreSlim _arrived = new(0);
    readonly ConcurrentQueue<Delivery> _taken = new();

    public WebhookReceiver()
    {
        Url = $"http://localhost:{FreePort()}/hook";
        _listener.Prefixes.Add(Url.Replace("/hook", "/", StringComparison.Ordinal));
        _listener.Start();
        _ = Serve();
    }

    public string Url { get; }

    /// <summary>The status to answer with; 200 unless a test says otherwise.</summary>
    public Func<Delivery, Task<int>> Answer { get; set; } = _ => Task.FromResult(200);

    /// <summary>Everything that came, in order, whatever was answered.</summary>
    public Delivery[] All => [.. _taken];

    /// <summary>Returns when so many more have come and been answered.</summary>
    public async Task Wait(int count)
    {
        for (var i = 0; i < count; i++) Assert(await _arrived.WaitAsync(TimeSpan.FromSeconds(60)));
    }

    public void Dispose() => _listener.Close();

    static void Assert(bool arrived)
    {
        if (!arrived) throw new TimeoutException("A delivery did not come.");
    }

    async Task Serve()
    {
        try
        {
            while (_listener.IsListening) await Take(await _listener.GetContextAsync());
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
        {
            // Closed.
        }
    }

    async Task Take(HttpListenerContext context)
    {
        using var body = new MemoryStream();
        await context.Request.InputStream.CopyToAsync(body);
        var delivery = new Delivery(context.Request.Headers["webhook-id"]!, context.Request.Headers["webhook-timestamp"]!, context.Request.Headers["webhook-signature"]!, body.ToArray());
        _taken.Enqueue(delivery);
        context.Response.StatusCode = await Answer(delivery);
        if (context.Response.StatusCode is 302) context.Response.RedirectLocation = Url;
        context.Response.Close();
        _arrived.Release();
    }

    static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    public sealed record Delivery(string Id, string Timestamp, string Signature, byte[] Body);
}
