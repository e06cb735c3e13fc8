using System.Text.Json;
using System.Text.Json.Serialization;
using TaskList.Contracts;
using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

/// <summary>
/// A list's state as a stored snapshot keeps it: everything that replay from version 1 would give, deleted items and ghosts included.
/// Members are only added, and what an earlier release left out is read as nothing.
/// </summary>
sealed record StoredList(
    string Name,
    long Version,
    DateTime LastAt,
    int LastNumber,
    IReadOnlyList<ListMember> Members,
    IReadOnlyList<Guid> People,
    IReadOnlyList<StoredLabel> Labels,
    IReadOnlyList<StoredSection> Sections,
    IReadOnlyList<StoredTask> Tasks)
{
    /// <summary>
    /// Version of what is kept, not only of how it is written: raised whenever the same log would be kept otherwise than before, be it by a new member that old events fill or by another
    /// rule for stamps. Snapshots of another format are neither used nor compared with the log, which has everything; new ones take their places. 1: the first releases.
    /// </summary>
    public const short Format = 3;

    public string? Key { get; init; }

    public DateTime? ArchivedAt { get; init; }

    public DateTime? DeletedAt { get; init; }

    public Dictionary<string, FieldStamp>? Stamps { get; init; }

    public byte[] ToBytes() => LongJson.Write(this, StoredListJson.Context.StoredList);

    public static StoredList FromBytes(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, StoredListJson.Context.StoredList) ?? throw new JsonException("A stored list may not be null.");
}

sealed record StoredLabel(Guid LabelId, string Name, string Color, Dictionary<string, FieldStamp>? Stamps = null);

sealed record StoredSection(Guid SectionId, string Name, bool Deleted, IReadOnlyList<StoredPlace> Places)
{
    public int? Limit { get; init; }

    public Dictionary<string, FieldStamp>? Stamps { get; init; }
}

sealed record StoredPlace(Guid TaskId, bool Ghost);

sealed record StoredTask(TaskPicture Task, bool Deleted, Dictionary<string, FieldStamp>? Stamps)
{
    public StartedTransfer? Transfer { get; init; }

    public Guid? LeftFor { get; init; }

    /// <summary>Stamps of checklist items by their ids; most were never written twice.</summary>
    public Dictionary<Guid, Dictionary<string, FieldStamp>>? ItemStamps { get; init; }

    /// <summary>The same of comments. Apart, because clients make the ids, and one id may name one of each.</summary>
    public Dictionary<Guid, Dictionary<string, FieldStamp>>? CommentStamps { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(StoredList))]
sealed partial class StoredListJson : JsonSerializerContext
{
    public static readonly StoredListJson Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = MinimalEncoder.Instance,
    });
}
