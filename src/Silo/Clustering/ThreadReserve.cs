namespace TaskList.Silo.Clustering;

/// <summary>
/// Gives the thread pool more threads at once when it stands still. Npgsql answers a command that has run out of time with a cancel request, which it sends and waits for synchronously: a Postgres that
/// says nothing takes a thread for each connection, and the pool by itself adds two a second. Until then nobody answers the other silos' probes, and they give up a silo that is in order.
/// </summary>
sealed partial class ThreadReserve(ILogger<ThreadReserve> logger) : IHostedService, IDisposable
{
    /// <summary>More than there are connections to Postgres.</summary>
    const int Reserve = 64;

    /// <summary>Who is only busy does more than this in the time that a glance may take.</summary>
    const int StandsStill = 100;

    static readonly TimeSpan Between = TimeSpan.FromMilliseconds(500);
    static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(500);
    static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    readonly AutoResetEvent _done = new(false);
    readonly ManualResetEvent _stop = new(false);
    Thread? _watch;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _watch = new Thread(Watch) { IsBackground = true, Name = "Thread reserve" };
        _watch.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _stop.Set();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _stop.Set();
        _watch?.Join();
        _done.Dispose();
        _stop.Dispose();
    }

    /// <summary>On a thread of its own: it must not need what it watches.</summary>
    void Watch()
    {
        ThreadPool.GetMinThreads(out var usual, out var completions);
        long? raised = null;
        while (!_stop.WaitOne(Between))
        {
            var before = ThreadPool.CompletedWorkItemCount;
            ThreadPool.UnsafeQueueUserWorkItem(static done => done.Set(), _done, preferLocal: false);
            if (!_done.WaitOne(Glance))
            {
                if (ThreadPool.CompletedWorkItemCount - before < StandsStill)
                {
                    if (raised is null) LogStandsStill(logger, usual + Reserve);
                    ThreadPool.SetMinThreads(usual + Reserve, completions);
                    raised = Environment.TickCount64;
                }

                // One glance at a time, however long it takes.
                if (WaitHandle.WaitAny([_done, _stop]) == 1) break;
            }
            else if (raised is { } since && Environment.TickCount64 - since > Kept.TotalMilliseconds)
            {
                ThreadPool.SetMinThreads(usual, completions);
                raised = null;
            }
        }

        if (raised is not null) ThreadPool.SetMinThreads(usual, completions);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The thread pool stood still; it may use {Threads} threads at once for a minute.")]
    static partial void LogStandsStill(ILogger logger, int threads);
}
