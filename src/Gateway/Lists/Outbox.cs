using Microsoft.AspNetCore.SignalR;

namespace TaskList.Gateway.Lists;

/// <summary>
/// What one socket has not taken yet. Posting never waits, so a stuck socket delays nobody else. A box that is full is emptied, and once the
/// socket takes bytes again it gets one resync in place of all that was dropped.
/// </summary>
sealed class Outbox(HubConnectionContext connection, Func<string, IEnumerable<Letter>> resync, LetterWriter letters, GatewayMetrics metrics)
{
    public const int MostLetters = 2_048;
    public const int MostBytes = 1 << 20;

    readonly Lock _gate = new();
    readonly Queue<Letter> _waiting = [];

    /// <summary>Lists whose loss could not be told yet.</summary>
    readonly HashSet<Guid> _lost = [];

    int _bytes;
    bool _sending;
    bool _behind;

    /// <summary>It fills up: whoever can put several letters into one should.</summary>
    public bool IsFilling => Volatile.Read(ref _bytes) > MostBytes / 4;

    public void Post(Letter letter)
    {
        lock (_gate)
        {
            if (_sending)
            {
                Keep(letter);
                return;
            }

            _sending = true;
        }

        var write = connection.WriteAsync(letter.Frame);
        if (!write.IsCompletedSuccessfully) _ = SendRest(write);
        else if (!Next(out var next)) return;
        else _ = SendRest(connection.WriteAsync(next.Frame));
    }

    /// <summary>The list is open again: an old loss of it is no longer true.</summary>
    public void Regained(Guid listId)
    {
        lock (_gate) _lost.Remove(listId);
    }

    void Keep(Letter letter)
    {
        if (!_behind && (_waiting.Count == 0 || (_waiting.Count < MostLetters && _bytes + letter.Bytes <= MostBytes)))
        {
            _waiting.Enqueue(letter);
            _bytes += letter.Bytes;
            return;
        }

        if (!_behind) metrics.Overflowed();
        _behind = true;
        foreach (var dropped in _waiting) NoteLoss(dropped);
        NoteLoss(letter);
        _waiting.Clear();
        _bytes = 0;
    }

    void NoteLoss(Letter dropped)
    {
        if (dropped.LostListId is { } listId) _lost.Add(listId);
    }

    async Task SendRest(ValueTask write)
    {
        while (true)
        {
            // Never fails: a connection that breaks takes everything and forgets it.
            await write;
            if (!Next(out var next)) return;
            write = connection.WriteAsync(next.Frame);
        }
    }

    bool Next(out Letter next)
    {
        lock (_gate)
        {
            // What was dropped is older than what these say: they are written from now on.
            if (_behind) Resync();
            _sending = _waiting.TryDequeue(out next!);
            if (_sending) _bytes -= next.Bytes;
            return _sending;
        }
    }

    void Resync()
    {
        _behind = false;
        Letter[] all = [.. _lost.Select(letters.AccessLost), .. resync(connection.ConnectionId)];
        _lost.Clear();
        foreach (var letter in all)
        {
            _waiting.Enqueue(letter);
            _bytes += letter.Bytes;
        }
    }
}
