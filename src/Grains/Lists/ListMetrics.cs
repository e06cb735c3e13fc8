using System.Diagnostics.Metrics;

namespace TaskList.Grains.Lists;

/// <summary>Figures of lists under the meter "TaskList". No list ids: labels must stay few.</summary>
sealed class ListMetrics : IDisposable
{
    readonly Counter<long> _commands;
    readonly Histogram<double> _commitDuration;
    readonly Histogram<int> _commitRows;
    readonly Counter<long> _logConflicts;
    readonly Counter<long> _pushes;
    readonly Counter<long> _clientReads;
    readonly UpDownCounter<int> _activeLists;
    readonly UpDownCounter<int> _quarantinedLists;

    public Meter Meter { get; } = new("TaskList");

    public ListMetrics()
    {
        _commands = Meter.CreateCounter<long>("tasklist_commands", description: "Commands answered, by outcome.");
        _commitDuration = Meter.CreateHistogram<double>("tasklist_commit_duration", "s", "One statement of the log writer, from hand-over to answer.");
        _commitRows = Meter.CreateHistogram<int>("tasklist_commit_rows", description: "Changes in one statement.");
        _logConflicts = Meter.CreateCounter<long>("tasklist_log_conflicts", description: "Batches of a list that the log did not take, by kind.");
        _pushes = Meter.CreateCounter<long>("tasklist_pushes", description: "Pushes to gateways, by outcome.");
        _clientReads = Meter.CreateCounter<long>("tasklist_client_reads", description: "Reads of the log for clients that open a list or catch up, where memory did not have the answer.");
        _activeLists = Meter.CreateUpDownCounter<int>("tasklist_active_lists", description: "Lists in memory.");
        _quarantinedLists = Meter.CreateUpDownCounter<int>("tasklist_quarantined_lists", description: "Lists in memory whose log does not fit; nothing is written to them.");
    }

    public void Answered(string outcome) => _commands.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public void Committed(TimeSpan duration, int rows)
    {
        _commitDuration.Record(duration.TotalSeconds);
        _commitRows.Record(rows);
    }

    public void NotTaken(AppendOutcome outcome) => _logConflicts.Add(1, new KeyValuePair<string, object?>("kind", outcome.ToString()));

    public void Pushed(bool taken) => _pushes.Add(1, new KeyValuePair<string, object?>("outcome", taken ? "taken" : "failed"));

    public void ReadForClient() => _clientReads.Add(1);

    /// <summary>Asked whenever somebody scrapes.</summary>
    public void WatchQueue(Func<int> length) => Meter.CreateObservableGauge("tasklist_log_queue", length, description: "Batches of lists that wait for a statement.");

    public void Activated(int change) => _activeLists.Add(change);

    public void Quarantined(int change) => _quarantinedLists.Add(change);

    public void Dispose() => Meter.Dispose();
}
