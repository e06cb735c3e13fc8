using TaskList.Contracts;
using TaskList.Contracts.Lists;

namespace TaskList.Gateway.Lists;

/// <summary>What the hub tells its clients; the names are the protocol's.</summary>
static class ListMessages
{
    public const string Changed = nameof(Changed);
    public const string Head = nameof(Head);
    public const string Presence = nameof(Presence);
    public const string AccessLost = nameof(AccessLost);
    public const string Draining = nameof(Draining);
    public const string Notified = nameof(Notified);
    public const string ListsChanged = nameof(ListsChanged);
}

/// <param name="Changes">Consecutive versions, each in the bytes of the log.</param>
sealed record ChangedMessage(Guid ListId, Guid HistoryId, IEnumerable<RawJson> Changes)
{
    public static ChangedMessage Of(Guid listId, Guid historyId, IEnumerable<PushedChange> changes) => new(listId, historyId, [.. changes.Select(c => c.Bytes)]);
}

sealed record PresenceMessage(Guid ListId, Viewer[] Viewers);

/// <summary>What a browser says that its user looks at; nothing at all means the list as such.</summary>
sealed record PresenceRequest(Guid? TaskId = null, string? Field = null);

/// <param name="RetryAfterMs">Reconnect after a random part of this time.</param>
sealed record DrainingMessage(int RetryAfterMs);

sealed record RenewAnswer(int ExpiresIn);
