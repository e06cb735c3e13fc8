using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace TaskList.Grains.Notifications;

/// <summary>What an operator sees of the followers on this silo.</summary>
sealed class FollowerMetrics
{
    readonly ConcurrentDictionary<(string Consumer, int Partition), DateTime?> _oldestUnread = new();
    readonly Counter<long> _handedOver;
    readonly Counter<long> _failed;
    readonly Counter<long> _parked;
    readonly TimeProvider _time;

    public FollowerMetrics(IMeterFactory meters, TimeProvider time)
    {
        _time = time;
        var meter = meters.Create("TaskList");
        _handedOver = meter.CreateCounter<long>("tasklist_follower_changes", description: "Changes handed to a consumer.");
        _failed = meter.CreateCounter<long>("tasklist_follower_failures", description: "Rounds of a follower that failed and are repeated.");
        _parked = meter.CreateCounter<long>("tasklist_follower_parked", description: "Changes given up on; see table follower_parked.");
        meter.CreateObservableGauge("tasklist_follower_lag", Lag, "s", "Age of the oldest change that was read but not handed over.");
    }

    public void HandedOver(string consumer, int count) => _handedOver.Add(count, Tag(consumer));

    public void Failed(string consumer) => _failed.Add(1, Tag(consumer));

    public void Parked(string consumer) => _parked.Add(1, Tag(consumer));

    /// <param name="oldestUnread">Null when everything has been handed over.</param>
    public void Stands(string consumer, int partition, DateTime? oldestUnread) => _oldestUnread[(consumer, partition)] = oldestUnread;

    public void Left(string consumer, int partition) => _oldestUnread.TryRemove((consumer, partition), out _);

    IEnumerable<Measurement<double>> Lag()
    {
        var now = _time.GetUtcNow().UtcDateTime;
        return _oldestUnread
            .GroupBy(entry => entry.Key.Consumer, entry => entry.Value is { } at ? Math.Max(0, (now - at).TotalSeconds) : 0)
            .Select(lags => new Measurement<double>(lags.Max(), Tag(lags.Key)));
    }

    static KeyValuePair<string, object?> Tag(string consumer) => new("consumer", consumer);
}
