using System.Text.Json;
using System.Text.Json.Serialization;

namespace TaskList.HistoryChecker;

/// <summary>One thing that happened, as the one who recorded it saw it. All lines of a history come from one clock.</summary>
public sealed record HistoryLine
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter<LineKind>(JsonNamingPolicy.CamelCase) },
    };

    public required LineKind Kind { get; init; }

    /// <summary>Microseconds since 1970.</summary>
    public long At { get; init; }

    /// <summary>Who saw it: one connection, or one REST caller.</summary>
    public string? Client { get; init; }

    public Guid? User { get; init; }

    public Guid? List { get; init; }

    /// <summary>The command's id.</summary>
    public Guid? Op { get; init; }

    public long? Version { get; init; }

    /// <summary>The version that a client had when it opened the list again.</summary>
    public long? After { get; init; }

    public string? Code { get; init; }

    public JsonElement? Command { get; init; }

    /// <summary>What a delivery carried.</summary>
    public DeliveredChange[]? Changes { get; init; }

    /// <summary>A whole picture of the list, as it was sent.</summary>
    public JsonElement? Snapshot { get; init; }

    /// <summary>A row of the log.</summary>
    public JsonElement? Change { get; init; }

    /// <summary>What was done to the product.</summary>
    public string? What { get; init; }

    public static HistoryLine Parse(string line) => JsonSerializer.Deserialize<HistoryLine>(line, Json)!;

    public override string ToString() => JsonSerializer.Serialize(this, Json);
}

/// <param name="Hash">The start of the SHA-256 of the change's bytes, as hex.</param>
public sealed record DeliveredChange(long Version, string Hash);
