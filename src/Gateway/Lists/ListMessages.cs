using TaskList.Contracts;
using TaskList.Contracts.Lists;

namespace TaskList.Gateway.Lists;

/// <summary>What the hub tells its clients; the names are the protocol's.</summary>
static class ListMessages
{
    public const string Changed = nameof(Changed);
    public const string Head = nameof(Head);
    public const string AccessLost = nameof(AccessLost);
    public const string Draining = nameof(Draining);
}

/// <param name="Changes">Consecutive versions, each in the bytes of the log.</param>
sealed record ChangedMessage(Guid ListId, Guid HistoryId, IEnumerable<RawJson> Changes)
{
    public static ChangedMessage Of(Guid listId, Guid historyId, IEnumerable<PushedChange> changes) => new(listId, historyId, [.. changes.Select(c => c.Bytes)]);
}

/// <param name="RetryAfterMs">Reconnect after a random part of this time.</param>
sealed record DrainingMessage(int RetryAfterMs);

sealed record RenewAnswer(int ExpiresIn);
