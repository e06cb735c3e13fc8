using System.Text.Json;
using System.Text.Json.Serialization;

namespace TaskList.Contracts.Lists;

/// <summary>How changes and snapshots become bytes, and back. Nothing else may write them.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ListChange))]
[JsonSerializable(typeof(ListSnapshot))]
[JsonSerializable(typeof(TransferOffer))]
[JsonSerializable(typeof(Optional<string>))]
[JsonSerializable(typeof(Optional<DateTime?>))]
[JsonSerializable(typeof(Optional<int?>))]
[JsonSerializable(typeof(Optional<Guid?>))]
[JsonSerializable(typeof(Optional<Recurrence>))]
sealed partial class ListJsonContext : JsonSerializerContext;

public static class ListJson
{
    static readonly ListJsonContext Context = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        Encoder = MinimalEncoder.Instance,
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
    });

    public static byte[] Write(ListChange change) => JsonSerializer.SerializeToUtf8Bytes(change, Context.ListChange);

    public static byte[] Write(ListSnapshot snapshot) => LongJson.Write(snapshot, Context.ListSnapshot);

    public static byte[] Write(TransferOffer offer) => JsonSerializer.SerializeToUtf8Bytes(offer, Context.TransferOffer);

    /// <exception cref="JsonException">The bytes are no offer that this release can read.</exception>
    public static TransferOffer ReadOffer(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, Context.TransferOffer) ?? throw new JsonException("An offer may not be null.");

    /// <exception cref="JsonException">The bytes are no change that this release can read.</exception>
    public static ListChange ReadChange(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, Context.ListChange) ?? throw new JsonException("A change may not be null.");

    /// <exception cref="JsonException">The bytes are no snapshot.</exception>
    public static ListSnapshot ReadSnapshot(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize(utf8, Context.ListSnapshot) ?? throw new JsonException("A snapshot may not be null.");
}
