using TaskList.Contracts.Notifications;

namespace TaskList.Grains.Users;

/// <summary>The inbox keeps the newest notifications, each once.</summary>
static class InboxRules
{
    public const int Kept = 200;

    /// <summary>False for one that is there, or that is older than all of a full inbox: it was there once.</summary>
    public static bool Add(List<Notification> inbox, Notification notification)
    {
        if (inbox.Exists(known => known.NotificationId == notification.NotificationId)) return false;
        if (inbox.Count >= Kept && notification.At <= inbox[0].At) return false;

        inbox.Insert(inbox.FindLastIndex(known => known.At <= notification.At) + 1, notification);
        if (inbox.Count > Kept) inbox.RemoveAt(0);
        return true;
    }

    /// <summary>Marks everything up to one notification, or everything for null; true when something was unread.</summary>
    public static bool MarkRead(List<Notification> inbox, Guid? upTo)
    {
        var last = upTo is null ? inbox.Count - 1 : inbox.FindIndex(known => known.NotificationId == upTo);
        var changed = false;
        for (var i = 0; i <= last; i++)
        {
            if (inbox[i].Read) continue;
            inbox[i] = inbox[i] with { Read = true };
            changed = true;
        }

        return changed;
    }
}
