using System.Diagnostics;

namespace TaskList.LoadGenerator;

/// <summary>One connection that has a list open and looks at what comes.</summary>
sealed class EditViewer : IDisposable
{
    readonly BoardClient _client;
    readonly LoadClock _clock;
    readonly EditLog _log;
    readonly bool _checksOrder;
    long _version = -1;

    public EditViewer(BoardClient client, LoadClock clock, EditLog log, int list, bool checksOrder)
    {
        (_client, _clock, _log, _checksOrder, List) = (client, clock, log, checksOrder, list);
        client.Changed = Changed;
    }

    public int List { get; }

    public Latencies Sees { get; } = new();

    /// <summary>Edits that came.</summary>
    public long Seen { get; private set; }

    /// <summary>Changes that did not follow the one before.</summary>
    public long Gaps { get; private set; }

    public void KeepAlive() => _client.KeepAlive();

    public void Dispose() => _client.Dispose();

    void Changed(ReadOnlySpan<byte> message)
    {
        var now = Stopwatch.GetTimestamp();
        if (_checksOrder) CheckOrder(message);
        while (EditLog.NextIn(ref message) is >= 0 and var number)
        {
            Seen++;
            if (_clock.Measures(_log.SentAt[number])) Sees.Add(_log.SentAt[number], now);
        }
    }

    void CheckOrder(ReadOnlySpan<byte> message)
    {
        var name = "\"version\":"u8;
        while (message.IndexOf(name) is >= 0 and var at)
        {
            var version = Numbers.After(message[at..], name);
            if (_version >= 0 && version != _version + 1) Gaps++;
            _version = version;
            message = message[(at + name.Length)..];
        }
    }
}
