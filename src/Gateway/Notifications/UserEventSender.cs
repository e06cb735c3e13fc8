using TaskList.Contracts.Notifications;
using TaskList.Gateway.Lists;

namespace TaskList.Gateway.Notifications;

/// <summary>Passes a user's events on to the connections that the user has here.</summary>
sealed class UserEventSender(UserConnections connections, Outboxes outboxes, LetterWriter letters)
{
    public Task Send(UserEvent happened)
    {
        var mine = connections.OfUser(happened.UserId);
        if (mine.Length == 0) return Task.CompletedTask;

        var letter = happened.Notification is { } notification ? letters.Write(ListMessages.Notified, notification) : letters.Write(ListMessages.ListsChanged);
        foreach (var connectionId in mine) outboxes.Of(connectionId)?.Post(letter);
        return Task.CompletedTask;
    }
}
