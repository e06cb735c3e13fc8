using TaskList.Contracts;
using TaskList.Grains.Auth;
using Xunit;

namespace TaskList.Grains.Tests.Auth;

public sealed class PasswordQueueFacts
{
    static readonly TimeSpan Long = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task TwoRunAtOnceOthersWaitAndTheRestIsTurnedAway()
    {
        using var queue = new PasswordQueue(running: 2, waiting: 1, patience: Long);
        using var gate = new ManualResetEventSlim();
        using var started = new CountdownEvent(2);
        var running = 0;
        var most = 0;
        void Work()
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            if (!started.IsSet) started.Signal();
            gate.Wait(Long);
            Interlocked.Decrement(ref running);
        }

        Task<Refusal?>[] inside = [queue.Run(Work), queue.Run(Work), queue.Run(Work)];
        Assert.True(started.Wait(Long));
        var turnedAway = await queue.Run(Work);
        gate.Set();

        Assert.Equal((Codes.Overloaded, true), (turnedAway?.Code, turnedAway?.RetryAfterMs > 0));
        Assert.All(await Task.WhenAll(inside), Assert.Null);
        Assert.Equal(2, most);
        Assert.Null(await queue.Run(() => { }));
    }

    [Fact]
    public async Task WaitIsBounded()
    {
        using var queue = new PasswordQueue(running: 1, waiting: 1, patience: TimeSpan.FromMilliseconds(20));
        using var gate = new ManualResetEventSlim();
        var first = queue.Run(() => gate.Wait(Long));

        Assert.Equal(Codes.Overloaded, (await queue.Run(() => { }))?.Code);
        gate.Set();
        Assert.Null(await first);
    }

    [Fact]
    public async Task FailedWorkGivesItsPlaceBack()
    {
        using var queue = new PasswordQueue(running: 1, waiting: 0, patience: Long);

        await Assert.ThrowsAsync<FormatException>(() => queue.Run(() => throw new FormatException()));
        Assert.Null(await queue.Run(() => { }));
    }
}
