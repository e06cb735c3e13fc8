namespace TaskList.Grains.Tests;

/// <summary>The real clock, put forward. Timers keep running as they do.</summary>
sealed class ShiftedTime : TimeProvider
{
    long _shift;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Volatile.Read(ref _shift));

    public void PutForward(TimeSpan by) => Interlocked.Add(ref _shift, by.Ticks);
}
