using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TaskList.Product.Tests;

/// <summary>A hub connection small enough to have thousands of. It reads only when told to, so it can play a stuck browser.</summary>
sealed class LightSocket : IDisposable
{
    const byte EndOfMessage = 0x1e;

    /// <summary>Little room in the kernel, so that whoever does not read is noticed soon.</summary>
    static readonly HttpMessageInvoker Narrow = new(new SocketsHttpHandler
    {
        ConnectCallback = async (context, cancellation) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveBufferSize = 4_096 };
            await socket.ConnectAsync(context.DnsEndPoint, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        },
    });

    /// <summary>Half of what the server waits before it takes silence for death.</summary>
    static readonly TimeSpan PingPeriod = TimeSpan.FromSeconds(15);

    readonly ClientWebSocket _socket = new();
    readonly SemaphoreSlim _sending = new(1);
    readonly ConcurrentDictionary<string, TaskCompletionSource<JsonNode?>> _calls = new();
    int _lastCall;

    /// <summary>Told of every message that is no answer: its name and its first argument.</summary>
    public Action<string, JsonElement> Heard { get; set; } = (_, _) => { };

    /// <summary>Ends when the connection does.</summary>
    public Task Reading { get; private set; } = Task.CompletedTask;

    public static async Task<LightSocket> Connect(string url, string token, CancellationToken cancellation = default)
    {
        var light = new LightSocket();
        try
        {
            light._socket.Options.SetRequestHeader("Authorization", $"Bearer {token}");
            await light._socket.ConnectAsync(new Uri(url.Replace("http", "ws", StringComparison.Ordinal) + "/hubs/board"), Narrow, cancellation);
            await light.Send("""{"protocol":"json","version":1}""");
            return light;
        }
        catch
        {
            light.Dispose();
            throw;
        }
    }

    public LightSocket Read()
    {
        Reading = ReadAll();
        _ = Ping();
        return this;
    }

    /// <summary>Null for a call that answers nothing. Fails with the code of a refusal.</summary>
    public async Task<JsonNode?> Call(string method, params object[] arguments)
    {
        var id = Interlocked.Increment(ref _lastCall).ToString(CultureInfo.InvariantCulture);
        var answer = Expect(id);
        await Send(JsonSerializer.Serialize(new { type = 1, invocationId = id, target = method, arguments }));
        return await Task.WhenAny(answer, Reading) == answer || answer.IsCompleted ? await answer : throw new IOException("The connection has ended.");
    }

    /// <summary>The answer to a call that is sent by hand.</summary>
    public Task<JsonNode?> Expect(string id) => (_calls[id] = new TaskCompletionSource<JsonNode?>(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>A call whose answer nobody reads.</summary>
    public Task Tell(string method, params object[] arguments) => Send(JsonSerializer.Serialize(new { type = 1, target = method, arguments }));

    /// <summary>Sends bytes as they are.</summary>
    public async Task Send(ReadOnlyMemory<byte> bytes)
    {
        await _sending.WaitAsync();
        try
        {
            await _socket.SendAsync(bytes, WebSocketMessageType.Text, true, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }
    }

    public void Dispose() => _socket.Dispose();

    Task Send(string message) => Send(Encoding.UTF8.GetBytes(message + (char)EndOfMessage));

    async Task Ping()
    {
        try
        {
            while (await Task.WhenAny(Reading, Task.Delay(PingPeriod)) != Reading) await Send("""{"type":6}""");
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // The connection has ended; whoever reads learns of it.
        }
    }

    async Task ReadAll()
    {
        var text = new ArrayBufferWriter<byte>(1_024);
        try
        {
            while (true)
            {
                var read = await _socket.ReceiveAsync(text.GetMemory(1_024), CancellationToken.None);
                if (read.MessageType == WebSocketMessageType.Close) break;
                text.Advance(read.Count);
                if (text.WrittenSpan is [.., EndOfMessage]) Take(text);
            }
        }
        catch (Exception fault) when (fault is WebSocketException or ObjectDisposedException or OperationCanceledException)
        {
            // Cut off.
        }
    }

    void Take(ArrayBufferWriter<byte> text)
    {
        var rest = text.WrittenMemory;
        for (var end = rest.Span.IndexOf(EndOfMessage); end >= 0; end = rest.Span.IndexOf(EndOfMessage))
        {
            using var message = JsonDocument.Parse(rest[..end]);
            rest = rest[(end + 1)..];
            if (!message.RootElement.TryGetProperty("type", out var type)) continue;
            if (type.GetInt32() == 1) Heard(message.RootElement.GetProperty("target").GetString()!, First(message.RootElement.GetProperty("arguments")));
            if (type.GetInt32() == 3) Answer(message.RootElement);
        }

        text.ResetWrittenCount();
    }

    void Answer(JsonElement message)
    {
        if (!_calls.TryRemove(message.GetProperty("invocationId").GetString()!, out var call)) return;
        if (message.TryGetProperty("error", out var error)) call.SetException(new InvalidOperationException(error.GetString()));
        else call.SetResult(message.TryGetProperty("result", out var result) ? JsonNode.Parse(result.GetRawText()) : null);
    }

    static JsonElement First(JsonElement arguments) => arguments.GetArrayLength() > 0 ? arguments[0] : default;
}
