using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace TaskList.Grains.Webhooks;

/// <summary>
/// Posts one change. The address is looked up and judged at the moment of connecting, so a name cannot lead somewhere else between the look and the call; redirects, which
/// could do the same, are failures; of the answer only the status is read.
/// </summary>
sealed class WebhookSender : IDisposable
{
    /// <summary>The receiver asks not to be called again.</summary>
    public const string Gone = "http410";

    readonly WebhookSettings _settings;
    readonly TimeProvider _time;
    readonly HttpClient _http;

    public WebhookSender(IOptions<WebhookSettings> options, TimeProvider time)
    {
        (_settings, _time) = (options.Value, time);
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ActivityHeadersPropagator = null,
            MaxResponseHeadersLength = 16,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            ConnectCallback = Connect,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>Null when the receiver took it, else the reason, as <c>Webhook.LastError</c> names it.</summary>
    public async Task<string?> Send(Uri url, string secret, string id, ReadOnlyMemory<byte> body, CancellationToken stop)
    {
        var timestamp = _time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ReadOnlyMemoryContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("TaskList", null));
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp);
        request.Headers.Add("webhook-signature", WebhookSecrets.Sign(secret, id, timestamp, body.Span));

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(_settings.TimeLimit);
        try
        {
            using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return (int)answer.StatusCode switch
            {
                >= 200 and < 300 => null,
                >= 300 and < 400 => "redirect",
                var status => $"http{status}",
            };
        }
        catch (HttpRequestException e)
        {
            return e.InnerException is AddressNotAllowedException ? "addressNotAllowed" : "unreachable";
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return "timeout";
        }
    }

    public void Dispose() => _http.Dispose();

    async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var found = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellation);
        var allowed = _settings.AllowPrivateAddresses ? found : Array.FindAll(found, PublicAddresses.Has);
        if (allowed.Length == 0) throw new AddressNotAllowedException();

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
