using Microsoft.Extensions.Options;
using Npgsql;
using Orleans.Concurrency;
using TaskList.Contracts;
using TaskList.Contracts.Lists;
using TaskList.Contracts.Webhooks;

namespace TaskList.Grains.Webhooks;

[StatelessWorker, Reentrant, GrainType("webhooks")]
sealed class WebhooksGrain(WebhookTable table, IOptions<WebhookSettings> options, TimeProvider time) : Grain, IWebhooksGrain
{
    DateTime Now => time.GetUtcNow().UtcDateTime;

    public Task<Result<Contracts.Webhooks.Webhooks>> All(Guid actorId, Guid? listId) => Calmly<Contracts.Webhooks.Webhooks>(async () =>
    {
        if (listId is { } id)
        {
            var owner = await AsOwner(actorId, id);
            return owner.Ok ? new Contracts.Webhooks.Webhooks([.. await table.OfList(id)]) : owner.Refusal;
        }

        var mine = await table.OfOwner(actorId);
        Dictionary<Guid, bool> readable = [];
        foreach (var list in mine.Select(webhook => webhook.ListId).Distinct()) readable[list] = (await AsOwner(actorId, list)).Ok;
        return new Contracts.Webhooks.Webhooks([.. mine.Where(webhook => readable[webhook.ListId])]);
    });

    public Task<Result<CreatedWebhook>> Create(Guid actorId, NewWebhook wanted) => Calmly<CreatedWebhook>(async () =>
    {
        var owner = await AsOwner(actorId, wanted.ListId);
        if (!owner.Ok) return owner.Refusal;
        if (WebhookRules.Check(wanted.Url, wanted.Secret, wanted.Events, options.Value) is { } wrong) return wrong;

        var secret = wanted.Secret ?? WebhookSecrets.New();
        var added = await table.Add(actorId, wanted, secret, owner.Value.Version, Now);
        return added is null ? Refusal.TooMany("webhooks", WebhookRules.MostOfAList) : new CreatedWebhook(added, secret);
    });

    public Task<Result<Webhook>> Update(Guid actorId, Guid webhookId, WebhookPatch patch) => OfOwner(actorId, webhookId, async () =>
        WebhookRules.Check(patch.Url, patch.Secret, patch.Events, options.Value) is { } wrong
            ? wrong
            : Found(await table.Change(webhookId, actorId, patch, Now)));

    public Task<Result<Webhook>> Delete(Guid actorId, Guid webhookId) => OfOwner(actorId, webhookId, async () => Found(await table.Remove(webhookId)));

    Task<Result<Webhook>> OfOwner(Guid actorId, Guid webhookId, Func<Task<Result<Webhook>>> act) => Calmly(async () =>
    {
        if (await table.Find(webhookId) is not { } webhook) return new Refusal(Codes.WebhookNotFound);

        // To whoever may not see the list, its webhooks do not exist either.
        var owner = await AsOwner(actorId, webhook.ListId);
        if (!owner.Ok) return owner.Refusal.Code == Codes.ListNotFound ? new Refusal(Codes.WebhookNotFound) : owner.Refusal;
        return await act();
    });

    Task<Result<ListCard>> AsOwner(Guid actorId, Guid listId) => GrainFactory.GetGrain<IListGrain>(listId).CheckRole(actorId, Role.Owner);

    static Result<Webhook> Found(Webhook? webhook) => webhook is null ? new Refusal(Codes.WebhookNotFound) : webhook;

    static async Task<Result<T>> Calmly<T>(Func<Task<Result<T>>> act)
        where T : class
    {
        try
        {
            return await act();
        }
        catch (Exception fault) when (fault is NpgsqlException or TimeoutException or IOException)
        {
            return Refusal.Undecided(Codes.Unavailable);
        }
    }
}
