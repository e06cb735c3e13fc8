using System.Text.Json.Serialization;

namespace TaskList.Contracts.Webhooks;

/// <param name="OwnerId">Who answers for it: it stops when this user is no longer an owner of the list.</param>
/// <param name="Events">Types of events; a change is delivered when it holds one of them. Empty: all.</param>
/// <param name="Version">Everything up to this version of the list is done.</param>
/// <param name="Failures">In a row, of the next version.</param>
/// <param name="LastError">`http404`, `redirect`, `timeout`, `unreachable` or `addressNotAllowed`; absent after a success.</param>
/// <param name="PausedReason">`byOwner`, `accessLost`, `gone` or `tooManyFailures`.</param>
[GenerateSerializer, Immutable, Alias("Webhook")]
public sealed record Webhook(
    Guid WebhookId,
    Guid ListId,
    Guid OwnerId,
    string Url,
    string[] Events,
    DateTime CreatedAt,
    long Version,
    int Failures,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTime? DeliveredAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? LastError,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTime? NextTryAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DateTime? PausedAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? PausedReason)
{
    /// <summary>Keeps the address, which may hold a secret, out of logs.</summary>
    public override string ToString() => WebhookId.ToString();
}

[GenerateSerializer, Immutable, Alias("Webhooks")]
public sealed record Webhooks(Webhook[] All);

/// <param name="Secret">Shown only here.</param>
[GenerateSerializer, Immutable, Alias("CreatedWebhook")]
public sealed record CreatedWebhook(Webhook Webhook, string Secret)
{
    public override string ToString() => Webhook.ToString();
}

/// <param name="Secret">16 to 256 visible ASCII characters; absent: the server makes one.</param>
[GenerateSerializer, Immutable, Alias("NewWebhook")]
public sealed record NewWebhook(Guid ListId, string Url, string? Secret = null, string[]? Events = null)
{
    public override string ToString() => ListId.ToString();
}

/// <summary>Only what is not null changes.</summary>
/// <param name="Events">Empty: all.</param>
[GenerateSerializer, Immutable, Alias("WebhookPatch")]
public sealed record WebhookPatch(string? Url = null, string? Secret = null, string[]? Events = null, bool? Paused = null)
{
    public override string ToString() => nameof(WebhookPatch);
}
