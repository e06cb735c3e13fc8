namespace TaskList.Gateway.Notifications;

/// <summary>Sessions that ended while access tokens made for them may still be valid. Kept for <see cref="Memory"/>, so the set stays small.</summary>
sealed class EndedSessions(TimeProvider time)
{
    /// <summary>An access token's life and the grace.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromMinutes(11);

    readonly Dictionary<Guid, DateTimeOffset> _seenAt = [];
    readonly Lock _gate = new();

    public bool Contains(Guid sessionId)
    {
        lock (_gate)
        {
            return _seenAt.ContainsKey(sessionId);
        }
    }

    /// <summary>Takes in what was read and returns the sessions that are new here.</summary>
    public Guid[] Take(IEnumerable<Guid> sessionIds)
    {
        var now = time.GetUtcNow();
        lock (_gate)
        {
            foreach (var (id, seenAt) in _seenAt)
            {
                if (now - seenAt > Memory) _seenAt.Remove(id);
            }

            return [.. sessionIds.Where(id => _seenAt.TryAdd(id, now))];
        }
    }
}
