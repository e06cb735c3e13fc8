namespace TaskList.Grains.Notifications;

/// <summary>Says within one silo that the log has grown, so that followers here need not wait for their next look. Polling stays the truth.</summary>
public sealed class LogGrowth
{
    readonly Signal _any = new();
    readonly Signal _news = new();

    /// <summary>Cheap when nobody waits.</summary>
    /// <param name="news">Whether any of it is for those who pass over what is quiet.</param>
    public void Raise(bool news)
    {
        _any.Raise();
        if (news) _news.Raise();
    }

    internal Task Next(FollowerReading reading) => (reading == FollowerReading.News ? _news : _any).Next();

    sealed class Signal
    {
        TaskCompletionSource? _next;

        public void Raise() => Interlocked.Exchange(ref _next, null)?.TrySetResult();

        public Task Next()
        {
            var fresh = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return (Interlocked.CompareExchange(ref _next, fresh, null) ?? fresh).Task;
        }
    }
}
