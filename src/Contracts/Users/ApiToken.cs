using System.Text.Json.Serialization;

namespace TaskList.Contracts.Users;

/// <summary>What a token may do in the name of its user; the later one includes the earlier.</summary>
[GenerateSerializer, Alias("ApiScope")]
[JsonConverter(typeof(JsonStringEnumConverter<ApiScope>))]
public enum ApiScope
{
    [JsonStringEnumMemberName("read")] Read = 0,
    [JsonStringEnumMemberName("write")] Write = 1,
}

/// <param name="LastUsedAt">Absent before the first use; what is stored of it may be ten minutes old.</param>
[GenerateSerializer, Immutable, Alias("ApiToken")]
public sealed record ApiToken(
    Guid TokenId,
    string Name,
    ApiScope Scope,
    DateTime CreatedAt,
    DateTime ExpiresAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTime? LastUsedAt)
{
    /// <summary>Keeps the name, which is a user's text, out of logs.</summary>
    public override string ToString() => TokenId.ToString();
}

/// <param name="SecretHash">SHA-256 of the secret, which only the gateway saw.</param>
[GenerateSerializer, Immutable, Alias("NewApiToken")]
public sealed record NewApiToken(Guid TokenId, byte[] SecretHash, string Name, ApiScope Scope, DateTime ExpiresAt)
{
    public override string ToString() => TokenId.ToString();
}
