using System.Diagnostics.Metrics;

namespace TaskList.Grains.Webhooks;

/// <summary>What an operator sees of webhooks on this silo.</summary>
sealed class WebhookMetrics
{
    readonly Counter<long> _deliveries;
    readonly Counter<long> _paused;

    public WebhookMetrics(IMeterFactory meters)
    {
        var meter = meters.Create("TaskList");
        _deliveries = meter.CreateCounter<long>("tasklist_webhook_deliveries", description: "Changes posted to webhooks, by outcome.");
        _paused = meter.CreateCounter<long>("tasklist_webhook_paused", description: "Webhooks that stopped by themselves, by reason.");
    }

    public void Delivered(string? error) => _deliveries.Add(1, new KeyValuePair<string, object?>("outcome", error is null ? "taken" : "failed"));

    public void Paused(string reason) => _paused.Add(1, new KeyValuePair<string, object?>("reason", reason));
}
