namespace TaskList.Gateway.Lists;

/// <summary>Sends that sockets have not taken yet. A send that is done at once costs nothing; a slow socket holds a list up only when many sends wait on it, and then for a moment.</summary>
sealed class Outbox
{
    const int Waiting = 64;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    readonly Queue<Task> _sends = [];

    public async ValueTask Send(Task send)
    {
        while (_sends.TryPeek(out var oldest) && oldest.IsCompleted) _ = _sends.Dequeue();
        if (send.IsCompletedSuccessfully) return;
        _sends.Enqueue(send);
        if (_sends.Count > Waiting) await _sends.Dequeue().WaitAsync(Patience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
