using System.Collections.Concurrent;
using TaskList.Grains.Notifications;

namespace TaskList.Grains.Tests.Notifications;

/// <summary>Notes what it is handed, and fails where a test has planted it.</summary>
sealed class RecordingConsumer : IChangeConsumer
{
    public const string Name = "recorder";

    readonly ConcurrentDictionary<Guid, List<long>> _taken = new();
    readonly ConcurrentDictionary<(Guid, long), Exception[]> _failures = new();
    readonly ConcurrentDictionary<(Guid, long), int> _tries = new();
    readonly Lock _gate = new();
    TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void FailOn(Guid listId, long version, params Exception[] failures) => _failures[(listId, version)] = failures;

    public int Tries(Guid listId, long version) => _tries.GetValueOrDefault((listId, version));

    public long[] Taken(Guid listId)
    {
        lock (_gate) return [.. _taken.GetValueOrDefault(listId, [])];
    }

    /// <summary>Returns when a version of a list has been taken; fails after 20 s.</summary>
    public async Task Takes(Guid listId, long version)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            Task news;
            lock (_gate)
            {
                if (_taken.TryGetValue(listId, out var versions) && versions.Contains(version)) return;
                news = _news.Task;
            }

            await news.WaitAsync(limit.Token);
        }
    }

    public Task Consume(LoggedChange change, CancellationToken stop)
    {
        var key = (change.ListId, change.Version);
        var attempt = _tries.AddOrUpdate(key, 1, (_, tries) => tries + 1);
        if (_failures.TryGetValue(key, out var failures) && attempt <= failures.Length) throw failures[attempt - 1];

        lock (_gate)
        {
            _taken.GetOrAdd(change.ListId, _ => []).Add(change.Version);
            var told = _news;
            _news = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            told.SetResult();
        }

        return Task.CompletedTask;
    }
}
