using System.Threading.RateLimiting;
using TaskList.Contracts;

namespace TaskList.Gateway.Safety;

/// <summary>A token bucket per key. Buckets that are full again are dropped by the library within seconds, so memory follows the traffic.</summary>
sealed class Buckets<TKey> : IDisposable
    where TKey : notnull
{
    readonly PartitionedRateLimiter<TKey> _limiter;

    /// <param name="burst">How many at once.</param>
    /// <param name="perMinute">How many a minute in the long run.</param>
    public Buckets(int burst, int perMinute) => _limiter = PartitionedRateLimiter.Create<TKey, TKey>(key =>
        RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = burst,
            TokensPerPeriod = Math.Max(1, perMinute / 60),
            ReplenishmentPeriod = TimeSpan.FromMinutes(Math.Max(1.0, perMinute / 60) / perMinute),
            QueueLimit = 0,
        }));

    /// <summary>Takes one, or says when there will be one.</summary>
    public Refusal? Take(TKey key) => Acquire(key, 1);

    /// <summary>Says whether there is one, and takes none.</summary>
    public Refusal? Look(TKey key) => Acquire(key, 0);

    Refusal? Acquire(TKey key, int count)
    {
        using var lease = _limiter.AttemptAcquire(key, count);
        if (lease.IsAcquired) return null;

        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var time) ? time : TimeSpan.FromSeconds(1);
        return Refusal.Undecided(Codes.RateLimited, Math.Max(1, (int)Math.Ceiling(wait.TotalMilliseconds)));
    }

    public void Dispose() => _limiter.Dispose();
}
