using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace TaskList.Gateway.Lists;

/// <summary>
/// The living connections, each with its outbox. SignalR's own sends to a group wait for its slowest member and keep an unbounded line before
/// each socket; whatever this gateway sends by itself goes through here instead.
/// </summary>
sealed class Outboxes(LetterWriter letters, GatewayMetrics metrics, ILogger<DefaultHubLifetimeManager<ListHub>> logger)
    : DefaultHubLifetimeManager<ListHub>(logger)
{
    readonly ConcurrentDictionary<string, Outbox> _boxes = new();

    /// <summary>What tells a connection everything that may have been dropped.</summary>
    public Func<string, IEnumerable<Letter>> Resync { get; set; } = _ => [];

    public override Task OnConnectedAsync(HubConnectionContext connection)
    {
        _boxes[connection.ConnectionId] = new Outbox(connection, id => Resync(id), letters, metrics);
        return base.OnConnectedAsync(connection);
    }

    public override Task OnDisconnectedAsync(HubConnectionContext connection)
    {
        _boxes.TryRemove(connection.ConnectionId, out _);
        return base.OnDisconnectedAsync(connection);
    }

    /// <summary>Null for a connection that has gone.</summary>
    public Outbox? Of(string connectionId) => _boxes.GetValueOrDefault(connectionId);

    public void PostAll(Letter letter)
    {
        foreach (var (_, box) in _boxes) box.Post(letter);
    }
}
