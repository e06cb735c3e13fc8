using TaskList.Contracts.Lists;

namespace TaskList.Grains.Users;

/// <param name="Version">The list's version that this entry was taken from.</param>
public sealed record ListEntry(string Name, Role Role, long Version, DateTime JoinedAt, DateTime? ArchivedAt = null);
