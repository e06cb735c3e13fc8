using System.Collections.Concurrent;

namespace TaskList.Gateway.Safety;

/// <summary>How many commands a user may send through this gateway, by hub and REST alike: 50 a second, 500 at once (a queue that was offline).</summary>
sealed class WriteBudget(GatewaySettings settings, TimeProvider time)
{
    public const int PerSecond = 50;
    public const int Burst = 500;

    static readonly TimeSpan Refilled = TimeSpan.FromSeconds(Burst / PerSecond);

    const int RoomForUsers = 10_000;

    readonly ConcurrentDictionary<Guid, Bucket> _buckets = new();
    long _sweptAt = time.GetTimestamp();

    /// <summary>How many users are remembered.</summary>
    public int Users => _buckets.Count;

    /// <summary>Takes <paramref name="n"/> (1 to <see cref="Burst"/>) or nothing; then <paramref name="retryAfterMs"/> says when they will be there.</summary>
    public bool TryTake(Guid userId, int n, out int retryAfterMs)
    {
        retryAfterMs = 0;
        if (!settings.LimitsOn) return true;

        if (_buckets.Count > RoomForUsers) DropFull();
        return _buckets.GetOrAdd(userId, static (_, now) => new Bucket(now), time.GetTimestamp()).TryTake(n, time, out retryAfterMs);
    }

    /// <summary>A full bucket says nothing that a new one would not say.</summary>
    void DropFull()
    {
        var sweptAt = Volatile.Read(ref _sweptAt);
        if (time.GetElapsedTime(sweptAt) < Refilled || Interlocked.CompareExchange(ref _sweptAt, time.GetTimestamp(), sweptAt) != sweptAt) return;

        foreach (var (userId, bucket) in _buckets)
        {
            if (bucket.IsFull(time)) _buckets.TryRemove(userId, out _);
        }
    }

    sealed class Bucket(long since)
    {
        readonly Lock _gate = new();
        double _left = Burst;
        long _since = since;

        public bool TryTake(int n, TimeProvider time, out int retryAfterMs)
        {
            lock (_gate)
            {
                Refill(time);
                retryAfterMs = _left >= n ? 0 : (int)Math.Ceiling((n - _left) * 1_000 / PerSecond);
                if (retryAfterMs == 0) _left -= n;
                return retryAfterMs == 0;
            }
        }

        public bool IsFull(TimeProvider time)
        {
            lock (_gate)
            {
                Refill(time);
                return _left >= Burst;
            }
        }

        void Refill(TimeProvider time)
        {
            var now = time.GetTimestamp();
            _left = Math.Min(Burst, _left + (time.GetElapsedTime(_since, now).TotalSeconds * PerSecond));
            _since = now;
        }
    }
}
