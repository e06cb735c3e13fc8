using System.Text.Json.Serialization;

namespace TaskList.Contracts.Lists;

/// <summary>A version of one history of a list.</summary>
[GenerateSerializer, Immutable, Alias("ListTag")]
public sealed record ListTag(Guid HistoryId, long Version);

[GenerateSerializer, Immutable, Alias("ListCreatedAnswer")]
public sealed record ListCreatedAnswer(Guid ListId, long Version);

/// <summary>The answer to one command. <see cref="Accepted"/> means committed; a refusal without <see cref="RetryAfterMs"/> is final.</summary>
[GenerateSerializer, Immutable, Alias("CommandAnswer")]
public sealed record CommandAnswer(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? CommandId,
    bool Accepted,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? Version = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RawJson? Conflicts = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Code = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RawJson? Params = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? RetryAfterMs = null)
{
    [JsonIgnore]
    public bool Undecided => !Accepted && RetryAfterMs is not null;

    /// <summary>For the gateway that asked: the change itself, in place of a push. No client sees it.</summary>
    [Id(0), JsonIgnore]
    public PushedChanges? Shown { get; init; }

    public static CommandAnswer Refused(Guid? commandId, Refusal refusal) =>
        new(commandId, false, null, null, refusal.Code, refusal.Params, refusal.RetryAfterMs);
}

/// <summary>What a client says when it opens a list.</summary>
/// <param name="Pending">Command ids whose answers the client never saw; at most <see cref="ListLimits.PendingIds"/>.</param>
[GenerateSerializer, Immutable, Alias("OpenRequest")]
public sealed record OpenRequest(Guid ListId, Guid? HistoryId = null, long? AfterVersion = null, Guid[]? Pending = null);

[GenerateSerializer, Immutable, Alias("OpenAnswer")]
public sealed record OpenAnswer(
    Guid HistoryId,
    long Version,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RawJson[]? Changes,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RawJson? Snapshot,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? SnapshotAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Outcome[]? Outcomes);

[GenerateSerializer, Immutable, Alias("Outcome")]
public sealed record Outcome(Guid CommandId, long Version);

/// <param name="Limit">At most <see cref="ListLimits.ChangesPerAnswer"/>; an answer may be shorter.</param>
[GenerateSerializer, Immutable, Alias("ChangesRequest")]
public sealed record ChangesRequest(Guid ListId, long AfterVersion, int Limit = ListLimits.ChangesPerAnswer, Guid? HistoryId = null)
{
    /// <summary>Whether a standby may read the log for it: for long walks through the past, never for what a viewer waits for. A client cannot say it.</summary>
    [Id(0), JsonIgnore]
    public bool FromReplica { get; init; }
}

/// <param name="Version">The head, which may lie above the last change of this answer.</param>
[GenerateSerializer, Immutable, Alias("ChangesAnswer")]
public sealed record ChangesAnswer(Guid HistoryId, long Version, RawJson[] Changes);

/// <param name="Snapshot">Null when the caller already has this version.</param>
[GenerateSerializer, Immutable, Alias("SnapshotAnswer")]
public sealed record SnapshotAnswer(Guid HistoryId, long Version, RawJson? Snapshot);

/// <param name="Brotli">The snapshot's JSON, compressed; null when the caller already has this version.</param>
[GenerateSerializer, Immutable, Alias("CompressedSnapshotAnswer")]
public sealed record CompressedSnapshotAnswer(Guid HistoryId, long Version, byte[]? Brotli);

/// <param name="Before">Only versions below this one; null starts at the newest.</param>
/// <param name="Limit">At most <see cref="ListLimits.HistoryEntries"/>; a page may be shorter.</param>
/// <param name="TaskId">Only what concerns this task; null for all.</param>
[GenerateSerializer, Immutable, Alias("HistoryRequest")]
public sealed record HistoryRequest(long? Before, int Limit, Guid? TaskId);

/// <param name="Page">The answer's JSON.</param>
[GenerateSerializer, Immutable, Alias("HistoryAnswer")]
public sealed record HistoryAnswer(RawJson Page);

/// <summary>A point of a list's past: a version, or the last one written at or before a time.</summary>
/// <param name="Time">UTC; looked at when there is no version.</param>
[GenerateSerializer, Immutable, Alias("PastPoint")]
public sealed record PastPoint(long? Version, DateTime? Time);

[GenerateSerializer, Immutable, Alias("PeopleAnswer")]
public sealed record PeopleAnswer(Guid[] UserIds);

[GenerateSerializer, Immutable, Alias("ListMember")]
public sealed record ListMember(Guid UserId, Role Role);

/// <summary>A list in brief. <see cref="Members"/> is filled only for followers.</summary>
/// <param name="TaskFollowers">Who watches the task or is assigned to it; null without a task.</param>
/// <param name="TaskDueAt">When the task is due; null where it is done, deleted or has no date.</param>
/// <param name="Deleted">By its owners, who may still restore it.</param>
[GenerateSerializer, Immutable, Alias("ListCard")]
public sealed record ListCard(
    Guid ListId,
    string Name,
    long Version,
    Role? Role,
    ListMember[] Members,
    string? TaskTitle,
    Guid[]? TaskFollowers = null,
    DateTime? TaskDueAt = null,
    DateTime? ArchivedAt = null,
    bool Deleted = false);

[GenerateSerializer, Immutable, Alias("ListHead")]
public sealed record ListHead(Guid ListId, Guid HistoryId, long Version);

/// <summary>One change on its way to a gateway.</summary>
/// <param name="RemovedUserIds">Who must leave before the bytes go out.</param>
/// <param name="EverybodyRemoved">The list was deleted.</param>
[GenerateSerializer, Immutable, Alias("PushedChange")]
public sealed record PushedChange(long Version, RawJson Bytes, Guid[]? RemovedUserIds, bool EverybodyRemoved);

/// <summary>Consecutive changes, the first at <paramref name="From"/> + 1. Empty with From below the wanted version: too much is missing, reload.</summary>
/// <param name="From">The version before the first change.</param>
/// <param name="To">The version of the last change; equals <paramref name="From"/> when there are none.</param>
[GenerateSerializer, Immutable, Alias("PushedChanges")]
public sealed record PushedChanges(Guid HistoryId, long From, long To, PushedChange[] Changes);
