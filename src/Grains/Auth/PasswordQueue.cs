using TaskList.Contracts;

namespace TaskList.Grains.Auth;

/// <summary>Hashes passwords outside the grain scheduler, two at a time; a flood of sign-ins waits here, briefly, instead of starving the lists.</summary>
sealed class PasswordQueue : IDisposable
{
    readonly SemaphoreSlim _running;
    readonly int _room;
    readonly TimeSpan _patience;
    int _inside;

    public PasswordQueue()
        : this(running: 2, waiting: 32, patience: TimeSpan.FromSeconds(3))
    {
    }

    /// <param name="running">How many are computed at once.</param>
    /// <param name="waiting">How many may wait besides.</param>
    /// <param name="patience">How long one waits; below the deadline of a grain call.</param>
    public PasswordQueue(int running, int waiting, TimeSpan patience)
    {
        _running = new SemaphoreSlim(running);
        _room = running + waiting;
        _patience = patience;
    }

    /// <summary>Runs the work and returns null, or does not run it and says when there may be room.</summary>
    public async Task<Refusal?> Run(Action work)
    {
        if (Interlocked.Increment(ref _inside) > _room)
        {
            Interlocked.Decrement(ref _inside);
            return Full;
        }

        try
        {
            if (!await _running.WaitAsync(_patience)) return Full;
            try
            {
                await Task.Run(work);
                return null;
            }
            finally
            {
                _running.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref _inside);
        }
    }

    static Refusal Full => Refusal.Undecided(Codes.Overloaded, 2_000);

    public void Dispose() => _running.Dispose();
}
