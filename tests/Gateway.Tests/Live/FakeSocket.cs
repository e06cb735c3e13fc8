using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;
using Microsoft.Extensions.Logging.Abstractions;

namespace TaskList.Gateway.Tests.Live;

/// <summary>A hub connection whose other end takes bytes only when it is read: so it can be stuck for as long as a test wants.</summary>
sealed class FakeSocket
{
    readonly Pipe _toClient = new(new PipeOptions(pauseWriterThreshold: 4_096, resumeWriterThreshold: 2_048, useSynchronizationContext: false));
    readonly StringBuilder _text = new();

    public FakeSocket(string? id = null)
    {
        var transport = new Duplex(new Pipe().Reader, _toClient.Writer);
        var connection = new DefaultConnectionContext(id ?? Guid.NewGuid().ToString(), transport, transport);
        Connection = new HubConnectionContext(connection, new HubConnectionContextOptions { KeepAliveInterval = TimeSpan.FromMinutes(5) }, NullLoggerFactory.Instance)
        {
            Protocol = new JsonHubProtocol(),
        };
    }

    public HubConnectionContext Connection { get; }

    /// <summary>Reads until a message for which this holds has come, and returns all up to it.</summary>
    public async Task<List<JsonNode>> ReadUntil(Func<JsonNode, bool> last)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        List<JsonNode> messages = [];
        while (true)
        {
            var end = _text.ToString().IndexOf('\u001e', StringComparison.Ordinal);
            if (end < 0)
            {
                var read = await _toClient.Reader.ReadAsync(limit.Token);
                _text.Append(Encoding.UTF8.GetString(read.Buffer.ToArray()));
                _toClient.Reader.AdvanceTo(read.Buffer.End);
                continue;
            }

            messages.Add(JsonNode.Parse(_text.ToString(0, end))!);
            _text.Remove(0, end + 1);
            if (last(messages[^1])) return messages;
        }
    }

    sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
