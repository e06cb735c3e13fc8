using System.Collections.Concurrent;

namespace TaskList.RawSignalR;

/// <summary>Versions, and nothing else.</summary>
sealed class EchoLists
{
    readonly ConcurrentDictionary<string, Counter> _versions = new();

    public Guid HistoryId { get; } = Guid.NewGuid();

    public long Next(string listId) => Interlocked.Increment(ref _versions.GetOrAdd(listId, _ => new Counter()).Version);

    public long Head(string listId) => _versions.TryGetValue(listId, out var counter) ? Interlocked.Read(ref counter.Version) : 0;

    sealed class Counter
    {
        public long Version;
    }
}
