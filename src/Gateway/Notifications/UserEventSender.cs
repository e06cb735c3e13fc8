using Microsoft.AspNetCore.SignalR;
using TaskList.Contracts.Notifications;
using TaskList.Gateway.Lists;

namespace TaskList.Gateway.Notifications;

/// <summary>Passes a user's events on to the connections that the user has here.</summary>
sealed class UserEventSender(IHubContext<ListHub> hub, UserConnections connections)
{
    public const string Notified = nameof(Notified);
    public const string ListsChanged = nameof(ListsChanged);

    readonly Outbox _outbox = new();

    public async Task Send(UserEvent happened)
    {
        var mine = connections.OfUser(happened.UserId);
        if (mine.Length == 0) return;

        var clients = hub.Clients.Clients(mine);
        await _outbox.Send(happened.Notification is { } notification ? clients.SendAsync(Notified, notification) : clients.SendAsync(ListsChanged));
    }
}
