using TaskList.Contracts.Notifications;
using TaskList.Contracts.Users;
using TaskList.Grains.Notifications;

namespace TaskList.Grains.Users;

/// <summary>What is stored of one user.</summary>
public sealed class UserState
{
    /// <summary>Encrypted; null for a user who never registered.</summary>
    public string? Email { get; set; }

    public string DisplayName { get; set; } = "";

    public string Language { get; set; } = "en";

    public string TimeZone { get; set; } = "UTC";

    public string Reminder { get; set; } = ReminderChoice.Usual;

    public Dictionary<Guid, ListEntry> Lists { get; set; } = [];

    /// <summary>Lists that the user has left, with the version of that, oldest first: so that an older change that comes again does not bring one back.</summary>
    public List<LeftList> Left { get; set; } = [];

    /// <summary>Oldest first.</summary>
    public List<Notification> Inbox { get; set; } = [];

    /// <summary>Oldest first.</summary>
    public List<SavedView> Views { get; set; } = [];
}
