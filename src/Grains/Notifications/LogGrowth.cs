namespace TaskList.Grains.Notifications;

/// <summary>Says within one silo that the log has grown, so that followers here need not wait for their next look. Polling stays the truth.</summary>
public sealed class LogGrowth
{
    TaskCompletionSource? _next;

    /// <summary>Cheap when nobody waits.</summary>
    public void Raise() => Interlocked.Exchange(ref _next, null)?.TrySetResult();

    public Task Next()
    {
        var fresh = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return (Interlocked.CompareExchange(ref _next, fresh, null) ?? fresh).Task;
    }
}
