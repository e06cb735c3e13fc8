namespace TaskList.Gateway.Lists;

/// <summary>Calls to grains that may be repeated: every command carries its id, every read is a read. A silo that just died answers nobody until its lists wake up elsewhere.</summary>
static class ClusterCalls
{
    /// <summary>In all, however many attempts. A client's own time-out is longer.</summary>
    static readonly TimeSpan Budget = TimeSpan.FromSeconds(12);

    /// <summary>
    /// One attempt at a command, or at a read that a warm list answers at once. A silo that dies takes calls along without a word; the next attempt finds the list elsewhere.
    /// A command that was only slow is recognised by its id and answered once, so short attempts cost little, and long ones are time without an answer.
    /// </summary>
    public static readonly TimeSpan ShortAttempt = TimeSpan.FromSeconds(1.5);

    static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(800);

    /// <summary>As <see cref="Retry{T}"/>, in short attempts.</summary>
    public static Task<T> RetrySoon<T>(Func<Task<T>> call) => Retry(() => call().WaitAsync(ShortAttempt));

    /// <exception cref="ClusterUnavailableException">Nothing came back within the budget; what happened is unknown.</exception>
    public static async Task<T> Retry<T>(Func<Task<T>> call)
    {
        var deadline = TimeProvider.System.GetTimestamp();
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                return await call();
            }
            catch (Exception fault) when (IsPassing(fault))
            {
                if (TimeProvider.System.GetElapsedTime(deadline) + pause > Budget) throw new ClusterUnavailableException(fault);
            }

            // Whoever lost their answers together must not come back together.
            await Task.Delay(pause * (0.5 + Random.Shared.NextDouble()));
        }
    }

    /// <remarks>A missing codec: the silo's own failure, of a type that is not for the wire; as a rule its database is away.</remarks>
    public static bool IsPassing(Exception fault) =>
        fault is TimeoutException or OrleansException or OperationCanceledException or IOException or Orleans.Serialization.CodecNotFoundException;
}
