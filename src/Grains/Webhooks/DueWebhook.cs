namespace TaskList.Grains.Webhooks;

/// <summary>A webhook whose list has gone on, as it was read.</summary>
/// <param name="Revision">Another one in the table means that an owner has changed it since.</param>
sealed record DueWebhook(Guid WebhookId, int Revision, Guid ListId, Guid OwnerId, Uri Url, byte[] Secret, string[] Events, long Version, int Failures);
