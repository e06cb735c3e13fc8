using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace TaskList.Gateway.Tests.Live;

/// <summary>A browser's end of a real connection to the hub. It does nothing by itself: it neither reads nor pings unless told to.</summary>
sealed class BrowserSocket : IDisposable
{
    const char End = '\u001e';

    readonly ClientWebSocket _socket = new();
    readonly StringBuilder _text = new();
    readonly byte[] _buffer = new byte[4_096];

    /// <summary>Connected and past the handshake.</summary>
    public static async Task<BrowserSocket> Connect(TestGateway gateway, string token)
    {
        var browser = new BrowserSocket();
        browser._socket.Options.SetRequestHeader("Authorization", $"Bearer {token}");
        await browser._socket.ConnectAsync(new UriBuilder(gateway.Http.BaseAddress!) { Scheme = "ws", Path = "/hubs/board" }.Uri, CancellationToken.None);
        await browser.Send("""{"protocol":"json","version":1}""");
        if ((await browser.Next())?.AsObject().Count != 0) throw new InvalidOperationException("The handshake was refused.");
        return browser;
    }

    public Task Send(string message) => _socket.SendAsync(Encoding.UTF8.GetBytes(message + End), WebSocketMessageType.Text, true, CancellationToken.None);

    /// <summary>Calls a method and returns its completion; null when the connection ended first.</summary>
    public async Task<JsonNode?> Call(string method, string arguments)
    {
        await Send($$"""{"type":1,"invocationId":"1","target":"{{method}}","arguments":[{{arguments}}]}""");
        while (await Next() is { } message)
        {
            if (message["type"]?.GetValue<int>() == 3) return message;
        }

        return null;
    }

    /// <summary>The next message; null at the end of the connection.</summary>
    public async Task<JsonNode?> Next()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        try
        {
            while (true)
            {
                var end = _text.ToString().IndexOf(End, StringComparison.Ordinal);
                if (end >= 0)
                {
                    var message = JsonNode.Parse(_text.ToString(0, end));
                    _text.Remove(0, end + 1);
                    return message;
                }

                var read = await _socket.ReceiveAsync(_buffer, limit.Token);
                if (read.MessageType == WebSocketMessageType.Close) return null;
                _text.Append(Encoding.UTF8.GetString(_buffer, 0, read.Count));
            }
        }
        catch (WebSocketException)
        {
            // Cut off.
            return null;
        }
    }

    /// <summary>Reads to the end of the connection, for which there are 20 s; returns all messages.</summary>
    public async Task<List<JsonNode>> ReadToEnd()
    {
        List<JsonNode> messages = [];
        while (await Next() is { } message) messages.Add(message);
        return messages;
    }

    public void Dispose() => _socket.Dispose();
}
