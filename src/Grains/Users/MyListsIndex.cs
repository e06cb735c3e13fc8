using TaskList.Contracts.Lists;
using TaskList.Contracts.Users;

namespace TaskList.Grains.Users;

/// <summary>Keeps a user's lists right although changes of the log may come more than once. The later version of a list wins; the same or an earlier one is nothing new.</summary>
static class MyListsIndex
{
    const int LeftKept = 1_000;

    /// <summary>What a change did: nothing, something that only has to be stored, or something to be seen.</summary>
    public enum Effect
    {
        None,
        Stored,
        Seen,
    }

    public static Effect Set(UserState user, Guid listId, string name, Role role, long version, DateTime at, DateTime? archivedAt = null)
    {
        var before = user.Lists.GetValueOrDefault(listId);
        if (version <= Known(user, listId, before)) return Effect.None;

        user.Left.RemoveAll(left => left.ListId == listId);
        user.Lists[listId] = new ListEntry(name, role, version, before?.JoinedAt ?? at, archivedAt);
        return before is not null && before.Name == name && before.Role == role && before.ArchivedAt == archivedAt ? Effect.Stored : Effect.Seen;
    }

    public static Effect Gone(UserState user, Guid listId, long version, string? name = null, DateTime? deletedAt = null)
    {
        var before = user.Lists.GetValueOrDefault(listId);
        if (version <= Known(user, listId, before)) return Effect.None;

        user.Lists.Remove(listId);
        user.Left.RemoveAll(left => left.ListId == listId);
        user.Left.Add(new LeftList(listId, version, name, deletedAt));
        if (user.Left.Count > LeftKept) user.Left.RemoveAt(0);
        return before is null ? Effect.Stored : Effect.Seen;
    }

    public static DeletedList[] Deleted(UserState user, DateTime now) =>
    [
        .. from left in user.Left
           let deletedAt = left.DeletedAt ?? DateTime.MinValue
           where deletedAt >= now.AddDays(-ListLimits.DaysToRestore)
           orderby deletedAt descending
           select new DeletedList(left.ListId, left.Name ?? "", deletedAt),
    ];

    static long Known(UserState user, Guid listId, ListEntry? entry) =>
        entry?.Version ?? user.Left.Find(left => left.ListId == listId)?.Version ?? 0;
}
