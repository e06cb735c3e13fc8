using Microsoft.Extensions.Logging.Abstractions;
using TaskList.Silo.Clustering;
using Xunit;

namespace TaskList.Grains.Tests.Clustering;

public sealed class ThreadReserveFacts
{
    /// <summary>The pool by itself would take half a second for each.</summary>
    const int Blocked = 60;

    [Fact]
    public async Task PoolOfBlockedThreadsGoesOnSoon()
    {
        using var reserve = new ThreadReserve(NullLogger<ThreadReserve>.Instance);
        await reserve.StartAsync(CancellationToken.None);
        using var release = new ManualResetEvent(false);
        using var behind = new ManualResetEvent(false);
        using var ended = new CountdownEvent(Environment.ProcessorCount + Blocked);
        for (var i = 0; i < ended.InitialCount; i++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(
                _ =>
                {
                    release.WaitOne();
                    ended.Signal();
                },
                null);
        }

        ThreadPool.UnsafeQueueUserWorkItem(_ => behind.Set(), null);
        var goneOn = behind.WaitOne(TimeSpan.FromSeconds(20));
        release.Set();
        ended.Wait(CancellationToken.None);

        Assert.True(goneOn);
    }
}
