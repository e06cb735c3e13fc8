namespace TaskList.Contracts.Webhooks;

/// <summary>Stateless worker: the webhooks of lists, as their owners see and change them. Refusals of all: listNotFound or webhookNotFound, notAllowed, undecided codes of the list.</summary>
[Alias("IWebhooksGrain")]
public interface IWebhooksGrain : IGrainWithIntegerKey
{
    /// <summary>Those of one list, or all that the actor answers for; only of lists whose owner the actor is now.</summary>
    [Alias("All")]
    Task<Result<Webhooks>> All(Guid actorId, Guid? listId);

    /// <summary>It begins with the list's next change. Refusals: invalidField, tooLong, limitReached.</summary>
    [Alias("Create")]
    Task<Result<CreatedWebhook>> Create(Guid actorId, NewWebhook wanted);

    /// <summary>Whoever changes it answers for it from then on. Taken up again, it goes on after the last version that was delivered.</summary>
    [Alias("Update")]
    Task<Result<Webhook>> Update(Guid actorId, Guid webhookId, WebhookPatch patch);

    [Alias("Delete")]
    Task<Result<Webhook>> Delete(Guid actorId, Guid webhookId);
}
