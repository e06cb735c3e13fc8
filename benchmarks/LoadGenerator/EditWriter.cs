using System.Diagnostics;

namespace TaskList.LoadGenerator;

/// <summary>One connection that edits one task's title.</summary>
sealed class EditWriter : IDisposable
{
    readonly BoardClient _client;
    readonly LoadClock _clock;
    readonly EditLog _log;
    readonly Guid _taskId;
    readonly Guid _listId;
    readonly short _list;
    readonly bool _again;
    int _open;

    public EditWriter(BoardClient client, LoadClock clock, EditLog log, Guid listId, Guid taskId, short list, bool again)
    {
        (_client, _clock, _log, _listId, _taskId, _list, _again) = (client, clock, log, listId, taskId, list, again);
        client.Answered = Answered;
    }

    public Latencies Answers { get; } = new();

    public long Accepted { get; private set; }

    public long Measured { get; private set; }

    public long Refused { get; private set; }

    public int Unanswered => Volatile.Read(ref _open);

    public void Send()
    {
        var number = _log.Next();
        _log.Lists[number] = _list;
        var command = _log.Command(number, _taskId);
        Interlocked.Increment(ref _open);
        _log.SentAt[number] = Stopwatch.GetTimestamp();
        _client.Execute(number, _listId, command);
    }

    public void Dispose() => _client.Dispose();

    void Answered(long number, bool accepted, long version, ReadOnlySpan<byte> answer)
    {
        var now = Stopwatch.GetTimestamp();
        if (accepted)
        {
            Accepted++;
            _log.Versions[number] = version;
        }
        else
        {
            Refused++;
        }

        if (_clock.Measures(now)) Measured++;
        if (_clock.Measures(_log.SentAt[number])) Answers.Add(_log.SentAt[number], now);
        Interlocked.Decrement(ref _open);
        if (_again && accepted && now < _clock.End) Send();
    }
}
