using System.Diagnostics;

namespace TaskList.HistoryChecker;

/// <summary>Takes lines from any thread and puts them on one clock.</summary>
public sealed class HistoryRecorder
{
    readonly Lock _lock = new();
    readonly List<HistoryLine> _lines = [];
    readonly long _start = Stopwatch.GetTimestamp();
    readonly long _epoch = (long)(DateTime.UtcNow - DateTime.UnixEpoch).TotalMicroseconds;

    /// <summary>Commands that were accepted so far.</summary>
    public int Accepted { get; private set; }

    /// <summary>Keeps a line with the time of this moment.</summary>
    public void Add(HistoryLine line)
    {
        lock (_lock)
        {
            _lines.Add(line with { At = _epoch + (long)Stopwatch.GetElapsedTime(_start).TotalMicroseconds });
            if (line.Kind == LineKind.Ok) Accepted++;
        }
    }

    public IReadOnlyList<HistoryLine> Lines()
    {
        lock (_lock) return [.. _lines];
    }
}
