namespace TaskList.Gateway.Tests;

/// <summary>A clock that stands still until a test moves it.</summary>
sealed class SetTime : TimeProvider
{
    long _ticks = DateTimeOffset.UtcNow.Ticks;

    public DateTimeOffset Now
    {
        get => new(Volatile.Read(ref _ticks), TimeSpan.Zero);
        set => Volatile.Write(ref _ticks, value.Ticks);
    }

    public override DateTimeOffset GetUtcNow() => Now;
}
