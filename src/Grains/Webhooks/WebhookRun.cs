using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TaskList.Contracts.Lists;
using TaskList.Grains.Lists;

namespace TaskList.Grains.Webhooks;

/// <summary>Sends one webhook what its list has in store for it: in order, each change again until it was taken, and only as long as its owner is an owner of the list.</summary>
sealed partial class WebhookRun(
    IGrainFactory grains,
    ListLog log,
    WebhookQueue queue,
    WebhookSender sender,
    WebhookSecrets secrets,
    WebhookMetrics metrics,
    IOptions<WebhookSettings> options,
    TimeProvider time,
    ILogger<WebhookRun> logger)
{
    const int ChangesARun = 500;
    const int PageRows = 50;
    const int PageBytes = 1 << 20;
    const int HighestDoubling = 30;

    static readonly TimeSpan PauseOfOurs = TimeSpan.FromSeconds(2);

    DateTime Now => time.GetUtcNow().UtcDateTime;

    public async Task Work(DueWebhook webhook, CancellationToken stop)
    {
        var secret = Open(webhook);
        if (secret is null)
        {
            await Pause(webhook, "secretLost");
            return;
        }

        for (var sent = 0; sent < ChangesARun && !stop.IsCancellationRequested;)
        {
            var rows = await log.Range(webhook.ListId, webhook.Version, long.MaxValue, PageRows, PageBytes);
            if (rows.Count == 0) return;
            var done = webhook.Version;
            foreach (var row in rows)
            {
                if (IsWanted(webhook, row.Change))
                {
                    sent++;
                    if (!await Deliver(webhook, secret, row, stop)) return;
                    webhook = webhook with { Version = row.Version, Failures = 0 };
                }

                done = row.Version;
            }

            // What it does not want, at the end of the page.
            if (done > webhook.Version && !await queue.Done(webhook, done, null)) return;
            webhook = webhook with { Version = done };
        }
    }

    /// <summary>True when it was taken and counted.</summary>
    async Task<bool> Deliver(DueWebhook webhook, string secret, LogRow row, CancellationToken stop)
    {
        // Now, and not when the change was made: nothing more goes to somebody who has been removed.
        var access = await grains.GetGrain<IListGrain>(webhook.ListId).CheckRole(webhook.OwnerId, Role.Owner);
        if (!access.Ok)
        {
            if (access.Refusal.RetryAfterMs is null) await Pause(webhook, "accessLost");
            else await queue.Postpone(webhook, Now + PauseOfOurs);
            return false;
        }

        var id = string.Create(CultureInfo.InvariantCulture, $"{webhook.WebhookId}:{row.Version}");
        var error = await sender.Send(webhook.Url, secret, id, row.Change, stop);
        metrics.Delivered(error);
        if (error is null) return await queue.Done(webhook, row.Version, Now);

        LogFailed(webhook.WebhookId, row.Version, error, webhook.Failures + 1);
        if (error == WebhookSender.Gone) await Pause(webhook, "gone", error);
        else if (webhook.Failures + 1 >= options.Value.Tries) await Pause(webhook, "tooManyFailures", error);
        else await queue.Failed(webhook, error, Now + RetryPause(webhook.Failures));
        return false;
    }

    async Task Pause(DueWebhook webhook, string reason, string? error = null)
    {
        if (!await queue.Pause(webhook, reason, Now, error)) return;
        metrics.Paused(reason);
        LogPaused(webhook.WebhookId, webhook.ListId, reason);
    }

    /// <summary>Doubling, and up to a fifth longer or shorter, so that receivers which come back are not met by all at once.</summary>
    TimeSpan RetryPause(int failures)
    {
        var pause = options.Value.FirstRetryPause * Math.Pow(2, Math.Min(failures, HighestDoubling));
        return (pause < options.Value.LongestRetryPause ? pause : options.Value.LongestRetryPause) * (0.8 + (0.4 * Random.Shared.NextDouble()));
    }

    /// <summary>Only types are looked at, so a change of a newer release goes out as well.</summary>
    static bool IsWanted(DueWebhook webhook, byte[] change)
    {
        if (webhook.Events.Length == 0) return true;
        using var document = JsonDocument.Parse(change);
        return document.RootElement.GetProperty("events").EnumerateArray().Any(happened => webhook.Events.Contains(happened.GetProperty("type").GetString()));
    }

    string? Open(DueWebhook webhook)
    {
        try
        {
            return secrets.Open(webhook.WebhookId, webhook.Secret);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    [LoggerMessage(LogLevel.Information, "Webhook {WebhookId} did not take version {Version} ({Error}), {Failures} in a row")]
    partial void LogFailed(Guid webhookId, long version, string error, int failures);

    [LoggerMessage(LogLevel.Warning, "Webhook {WebhookId} of list {ListId} is paused ({Reason})")]
    partial void LogPaused(Guid webhookId, Guid listId, string reason);
}
