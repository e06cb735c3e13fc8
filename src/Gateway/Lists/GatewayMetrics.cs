using System.Diagnostics.Metrics;

namespace TaskList.Gateway.Lists;

/// <summary>Figures of this gateway under the meter "TaskList".</summary>
sealed class GatewayMetrics : IDisposable
{
    readonly Meter _meter = new("TaskList");
    readonly Counter<long> _gaps;
    readonly Counter<long> _deliveries;
    readonly Counter<long> _overflows;
    int _openLists;
    int _connections;

    public GatewayMetrics()
    {
        // Looked at, not counted up: both are there, with 0, before anybody has come. An autoscaler takes a figure that is missing for unknown.
        _meter.CreateObservableGauge("tasklist_open_lists", () => Volatile.Read(ref _openLists), description: "Lists that somebody here has open.");
        _meter.CreateObservableGauge("tasklist_connections", () => Volatile.Read(ref _connections), description: "Hub connections.");
        _gaps = _meter.CreateCounter<long>("tasklist_gateway_gaps", description: "Times a list was behind and its range was asked for.");
        _deliveries = _meter.CreateCounter<long>("tasklist_deliveries", description: "Changed messages handed to sockets.");
        _overflows = _meter.CreateCounter<long>("tasklist_outbox_overflows", description: "Sockets too slow for what was sent to them, and resynced.");
    }

    public void Opened(int change) => Interlocked.Add(ref _openLists, change);

    public void Connected(int change) => Interlocked.Add(ref _connections, change);

    public void Gap() => _gaps.Add(1);

    public void Delivered(int sockets) => _deliveries.Add(sockets);

    public void Overflowed() => _overflows.Add(1);

    public void Dispose() => _meter.Dispose();
}
