using TaskList.Contracts.Lists;
using TaskList.Contracts.Notifications;

namespace TaskList.Contracts.Users;

/// <summary>One user: profile, preferences, my lists, inbox. The calls marked "follower" come from the log, at least once and in order per list; older versions are ignored.</summary>
[Alias("IUserGrain")]
public interface IUserGrain : IGrainWithGuidKey
{
    [Alias("Create")]
    Task<UserProfile> Create(string email, string displayName, string language, string timeZone);

    /// <summary>Null for a user that does not exist.</summary>
    [Alias("Profile")]
    Task<UserProfile?> Profile();

    /// <summary>Refusals: blank, tooLong, invalidField.</summary>
    [Alias("Update")]
    Task<Result<UserProfile>> Update(ProfilePatch patch);

    [Alias("Lists")]
    Task<MyList[]> Lists();

    /// <summary>Newest first, at most 200.</summary>
    [Alias("Inbox")]
    Task<Notification[]> Inbox();

    /// <summary>Marks everything up to and including one notification as read; null marks all.</summary>
    [Alias("MarkRead")]
    Task MarkRead(Guid? upTo);

    /// <summary>Follower: this user is on the list with this role, under this name. True when something changed.</summary>
    [Alias("ListSet")]
    Task<bool> ListSet(Guid listId, string name, Role role, long version, DateTime at, DateTime? archivedAt);

    /// <summary>Follower: this user is no longer on the list. True when something changed.</summary>
    [Alias("ListGone")]
    Task<bool> ListGone(Guid listId, long version);

    /// <summary>Follower: a list that this user owned was deleted. True when something changed.</summary>
    [Alias("ListDeleted")]
    Task<bool> ListDeleted(Guid listId, string name, long version, DateTime at);

    /// <summary>The lists that this user, an owner, can still restore; newest first.</summary>
    [Alias("DeletedLists")]
    Task<DeletedList[]> DeletedLists();

    /// <summary>Oldest first, at most 200.</summary>
    [Alias("Views")]
    Task<SavedView[]> Views();

    /// <summary>Saves or changes a view; repeatable. Refusals: blank, tooLong, invalidField, limitReached.</summary>
    [Alias("SaveView")]
    Task<Result<SavedView>> SaveView(SavedView view);

    /// <summary>Forgets a view, if there is one.</summary>
    [Alias("RemoveView")]
    Task RemoveView(Guid viewId);

    /// <summary>Follower: puts a notification into the inbox. True when it was not there yet.</summary>
    [Alias("Notify")]
    Task<bool> Notify(Notification notification);
}
