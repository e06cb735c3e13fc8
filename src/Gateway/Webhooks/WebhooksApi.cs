using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using TaskList.Contracts;
using TaskList.Contracts.Webhooks;
using TaskList.Gateway.Auth;
using TaskList.Gateway.Lists;

namespace TaskList.Gateway.Webhooks;

/// <summary>Where a list's changes are sent to, for its owners.</summary>
static class WebhooksApi
{
    public static void MapWebhooks(this IEndpointRouteBuilder routes)
    {
        var webhooks = routes.MapGroup("/api/webhooks").WithTags("Webhooks");
        webhooks.MapGet("", All).WithSummary("The webhooks of a list, or all that I answer for");
        webhooks.MapPost("", Create).WithSummary("Sends a list's changes to an address; the secret is shown only here");
        webhooks.MapPatch("/{webhookId}", Update).WithSummary("Changes the named fields; pauses it or takes it up again");
        webhooks.MapDelete("/{webhookId}", Delete).WithSummary("Removes a webhook");
    }

    static async Task<Results<Ok<Webhook[]>, ProblemHttpResult>> All(ClaimsPrincipal caller, HttpContext context, IClusterClient cluster, string? listId = null)
    {
        Guid? ofList = null;
        if (listId is not null)
        {
            if (!ListIds.TryParse(listId, out var id)) return Problems.From(new Refusal(Codes.ListNotFound), context);
            ofList = id;
        }

        var read = await ClusterCalls.Retry(() => Hooks(cluster).All(caller.UserId(), ofList));
        return read.Ok ? TypedResults.Ok(read.Value.All) : Problems.From(read.Refusal, context);
    }

    static async Task<Results<Created<CreatedHook>, ProblemHttpResult>> Create(NewWebhook request, ClaimsPrincipal caller, HttpContext context, IClusterClient cluster)
    {
        var made = await Hooks(cluster).Create(caller.UserId(), request);
        if (!made.Ok) return Problems.From(made.Refusal, context);

        var (webhook, secret) = made.Value;
        return TypedResults.Created("/api/webhooks", new CreatedHook(webhook.WebhookId, webhook.ListId, webhook.Url, webhook.Events, webhook.CreatedAt, webhook.Version, secret));
    }

    static async Task<Results<Ok<Webhook>, ProblemHttpResult>> Update(
        string webhookId, WebhookPatch patch, ClaimsPrincipal caller, HttpContext context, IClusterClient cluster)
    {
        if (!ListIds.TryParse(webhookId, out var id)) return Problems.From(new Refusal(Codes.WebhookNotFound), context);

        var changed = await ClusterCalls.Retry(() => Hooks(cluster).Update(caller.UserId(), id, patch));
        return changed.Ok ? TypedResults.Ok(changed.Value) : Problems.From(changed.Refusal, context);
    }

    static async Task<Results<NoContent, ProblemHttpResult>> Delete(string webhookId, ClaimsPrincipal caller, HttpContext context, IClusterClient cluster)
    {
        if (!ListIds.TryParse(webhookId, out var id)) return Problems.From(new Refusal(Codes.WebhookNotFound), context);

        var removed = await Hooks(cluster).Delete(caller.UserId(), id);
        return removed.Ok ? TypedResults.NoContent() : Problems.From(removed.Refusal, context);
    }

    static IWebhooksGrain Hooks(IClusterClient cluster) => cluster.GetGrain<IWebhooksGrain>(0);
}

/// <param name="Secret">Signs every delivery; shown only here.</param>
sealed record CreatedHook(Guid WebhookId, Guid ListId, string Url, string[] Events, DateTime CreatedAt, long Version, string Secret)
{
    public override string ToString() => nameof(CreatedHook);
}
