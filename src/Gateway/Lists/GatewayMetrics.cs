using System.Diagnostics.Metrics;

namespace TaskList.Gateway.Lists;

/// <summary>Figures of this gateway under the meter "TaskList".</summary>
sealed class GatewayMetrics : IDisposable
{
    readonly Meter _meter = new("TaskList");
    readonly UpDownCounter<int> _openLists;
    readonly UpDownCounter<int> _connections;
    readonly Counter<long> _gaps;
    readonly Counter<long> _deliveries;
    readonly Counter<long> _overflows;

    public GatewayMetrics()
    {
        _openLists = _meter.CreateUpDownCounter<int>("tasklist_open_lists", description: "Lists that somebody here has open.");
        _connections = _meter.CreateUpDownCounter<int>("tasklist_connections", description: "Hub connections.");
        _gaps = _meter.CreateCounter<long>("tasklist_gateway_gaps", description: "Times a list was behind and its range was asked for.");
        _deliveries = _meter.CreateCounter<long>("tasklist_deliveries", description: "Changed messages handed to sockets.");
        _overflows = _meter.CreateCounter<long>("tasklist_outbox_overflows", description: "Sockets too slow for what was sent to them, and resynced.");
    }

    public void Opened(int change) => _openLists.Add(change);

    public void Connected(int change) => _connections.Add(change);

    public void Gap() => _gaps.Add(1);

    public void Delivered(int sockets) => _deliveries.Add(sockets);

    public void Overflowed() => _overflows.Add(1);

    public void Dispose() => _meter.Dispose();
}
