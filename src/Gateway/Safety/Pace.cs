namespace TaskList.Gateway.Safety;

/// <summary>
/// Lets connections come and go only as fast as the thread pool gets through its work. It works in the order in which things came: a crowd that is lost or comes back at
/// once would put thousands of pieces of work before every single step of an edit by somebody who is here and stays.
/// </summary>
/// <param name="pending">How much work waits.</param>
/// <param name="pause">Until it is looked at again.</param>
sealed class Pace(Func<long> pending, Func<Task> pause) : IDisposable
{
    /// <summary>Pieces of work that may wait before that of a connection; each takes some 20 µs.</summary>
    public const long MostPending = 64;

    /// <summary>Then it goes on all the same: a server that is busy for hours takes newcomers, too, 5,000 of them in less than 30 s.</summary>
    public const int MostPauses = 5;

    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);

    readonly SemaphoreSlim _line = new(1);

    public Pace()
        : this(() => ThreadPool.PendingWorkItemCount, () => Task.Delay(Pause))
    {
    }

    /// <summary>Returns when it is this one's turn; one after the other.</summary>
    public ValueTask Turn() => pending() <= MostPending ? ValueTask.CompletedTask : new ValueTask(Wait());

    public void Dispose() => _line.Dispose();

    async Task Wait()
    {
        await _line.WaitAsync();
        try
        {
            for (var pauses = 0; pending() > MostPending && pauses < MostPauses; pauses++) await pause();
        }
        finally
        {
            _line.Release();
        }
    }
}
