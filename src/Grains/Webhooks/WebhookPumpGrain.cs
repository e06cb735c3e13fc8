using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TaskList.Contracts.Webhooks;
using TaskList.Grains.Notifications;

namespace TaskList.Grains.Webhooks;

/// <summary>Looks for what its partition has to send and keeps a bounded number of webhooks going at once, so that a slow receiver costs one place and no round.</summary>
[GrainType("webhook-pump")]
sealed partial class WebhookPumpGrain(WebhookQueue queue, WebhookRun run, IOptions<WebhookSettings> options, TimeProvider time, ILogger<WebhookPumpGrain> logger)
    : RoundsGrain(time, logger), IWebhookPumpGrain
{
    const ConfigureAwaitOptions Calmly = ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext;

    readonly TimeProvider _time = time;
    readonly ILogger _logger = logger;
    readonly Dictionary<Guid, Task> _running = [];

    public Task Wake() => Task.CompletedTask;

    protected override TimeSpan Pause => options.Value.Pause;

    protected override async Task<bool> Round(CancellationToken stop)
    {
        foreach (var (webhookId, work) in _running)
        {
            if (work.IsCompleted) _running.Remove(webhookId);
        }

        var free = options.Value.AtOnce - _running.Count;
        if (free <= 0) return false;

        var due = await queue.Due((int)this.GetPrimaryKeyLong(), _time.GetUtcNow().UtcDateTime, [.. _running.Keys], free, stop);
        foreach (var webhook in due) _running[webhook.WebhookId] = Work(webhook, stop);
        return false;
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await base.OnDeactivateAsync(reason, cancellationToken);
        await Task.WhenAll(_running.Values).WaitAsync(cancellationToken).ConfigureAwait(Calmly);
    }

    async Task Work(DueWebhook webhook, CancellationToken stop)
    {
        try
        {
            await run.Work(webhook, stop);
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            LogBroken(_logger, webhook.WebhookId, e.GetType().Name);

            // It stays due; without a place in the queue behind others it would hold its place among those served at once.
            await ((Task)queue.Postpone(webhook, _time.GetUtcNow().UtcDateTime + options.Value.FirstRetryPause)).ConfigureAwait(Calmly);
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            // It goes on wherever the pump stands next.
        }
    }

    [LoggerMessage(LogLevel.Warning, "Serving webhook {WebhookId} broke off ({Error}); trying again")]
    static partial void LogBroken(ILogger logger, Guid webhookId, string error);
}
