using System.Text.Json;
using System.Text.Json.Serialization;
using TaskList.Contracts;
using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

/// <summary>A list's state as a stored snapshot keeps it: everything that replay from version 1 would give, deleted items and ghosts included.</summary>
sealed record StoredList(
    string Name,
    long Version,
    DateTime LastAt,
    int LastNumber,
    IReadOnlyList<ListMember> Members,
    IReadOnlyList<Guid> People,
    IReadOnlyList<LabelPicture> Labels,
    IReadOnlyList<StoredSection> Sections,
    IReadOnlyList<StoredTask> Tasks)
{
    /// <summary>Version of this encoding. A snapshot of another one is ignored: the log has everything.</summary>
    public const short Format = 1;

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, StoredListJson.Context.StoredList);

    public static StoredList FromBytes(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, StoredListJson.Context.StoredList) ?? throw new JsonException("A stored list may not be null.");
}

sealed record StoredSection(Guid SectionId, string Name, bool Deleted, IReadOnlyList<StoredPlace> Places);

sealed record StoredPlace(Guid TaskId, bool Ghost);

sealed record StoredTask(TaskPicture Task, bool Deleted, Dictionary<string, FieldStamp> Stamps);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(StoredList))]
sealed partial class StoredListJson : JsonSerializerContext
{
    public static readonly StoredListJson Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = MinimalEncoder.Instance,
    });
}
