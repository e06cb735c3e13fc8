using TaskList.Contracts.Lists;

namespace TaskList.Grains.Notifications;

/// <summary>What a change means for people away from the board.</summary>
abstract record UserNews;

sealed record ListStarted(Guid OwnerId, string Name) : UserNews;

sealed record ListJoined(Guid UserId, Role Role) : UserNews;

sealed record RoleChanged(Guid UserId, Role Role) : UserNews;

sealed record ListLeft(Guid UserId) : UserNews;

sealed record ListNamed(string Name) : UserNews;

/// <summary>Put away, or brought back.</summary>
sealed record ListShelved : UserNews;

sealed record ListEnded : UserNews;

sealed record ListBack : UserNews;

/// <param name="IsNew">False for an edit: then only those who were not named before hear of it.</param>
sealed record TaskDiscussed(Guid TaskId, Guid CommentId, IReadOnlyList<Guid> Mentions, bool IsNew) : UserNews;

sealed record TaskAssigned(Guid UserId, Guid TaskId) : UserNews;
