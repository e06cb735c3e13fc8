using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR.Client;

namespace TaskList.Product.Tests;

/// <summary>Hears one kind of message on a connection, in order. Made before the connection starts.</summary>
sealed class Ear
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    readonly Channel<JsonNode> _heard = Channel.CreateUnbounded<JsonNode>();

    public Ear(HubConnection hub, string message) => hub.On<JsonNode>(message, item => _heard.Writer.TryWrite(item));

    public async Task<JsonNode> Next(TimeSpan? patience = null) => await _heard.Reader.ReadAsync().AsTask().WaitAsync(patience ?? Patience);

    /// <summary>Passes over what does not fit.</summary>
    public async Task<JsonNode> Next(Func<JsonNode, bool> fits, TimeSpan? patience = null)
    {
        using var limit = new CancellationTokenSource(patience ?? Patience);
        while (true)
        {
            var item = await _heard.Reader.ReadAsync(limit.Token);
            if (fits(item)) return item;
        }
    }

    /// <summary>What has come so far and was not taken yet.</summary>
    public List<JsonNode> Rest()
    {
        List<JsonNode> rest = [];
        while (_heard.Reader.TryRead(out var item)) rest.Add(item);
        return rest;
    }
}
