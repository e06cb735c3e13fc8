using System.Net.WebSockets;
using System.Text;

namespace TaskList.Product.Tests;

/// <summary>A WebSocket to the hub that sends what it is told, broken or not.</summary>
sealed class RawSocket : IDisposable
{
    readonly ClientWebSocket _socket = new();

    public static async Task<RawSocket> Connect(string url, string token)
    {
        var socket = new RawSocket();
        socket._socket.Options.SetRequestHeader("Authorization", $"Bearer {token}");
        await socket._socket.ConnectAsync(new Uri(url.Replace("http", "ws", StringComparison.Ordinal) + "/hubs/board"), CancellationToken.None);
        return socket;
    }

    public Task Send(string frame) => _socket.SendAsync(Encoding.UTF8.GetBytes(frame), WebSocketMessageType.Text, true, CancellationToken.None);

    /// <summary>Reads until the server has closed.</summary>
    public async Task Closed(TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        var buffer = new byte[4_096];
        try
        {
            while ((await _socket.ReceiveAsync(buffer, limit.Token)).MessageType != WebSocketMessageType.Close)
            {
                // The handshake's answer, and what the server says before it hangs up.
            }
        }
        catch (WebSocketException)
        {
            // Cut off without a farewell is closed, too.
        }
    }

    public void Dispose() => _socket.Dispose();
}
