using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using TaskList.Contracts.Lists;

namespace TaskList.Gateway.Lists;

/// <summary>The connections that have one list open here. Its feed changes it behind its gate; anybody may look.</summary>
sealed class FeedViewers
{
    readonly ConcurrentDictionary<string, FeedViewer> _all = new();

    /// <summary>The same as a plain array: sends to thousands go along it.</summary>
    FeedViewer[]? _line;

    public bool IsEmpty => _all.IsEmpty;

    public void Add(string connectionId, FeedViewer viewer)
    {
        // Opened again: what it said it looks at still holds.
        if (_all.TryGetValue(connectionId, out var before) && before.UserId == viewer.UserId) return;
        _all[connectionId] = viewer;
        _line = null;
    }

    public bool Remove(string connectionId, [NotNullWhen(true)] out FeedViewer? gone)
    {
        _line = null;
        return _all.TryRemove(connectionId, out gone);
    }

    public bool TryGet(string connectionId, [NotNullWhen(true)] out FeedViewer? viewer) => _all.TryGetValue(connectionId, out viewer);

    public IEnumerable<string> Of(PushedChange removal) =>
        from entry in _all
        where removal.EverybodyRemoved || removal.RemovedUserIds?.Contains(entry.Value.UserId) == true
        select entry.Key;

    /// <summary>What they say they look at.</summary>
    public Viewer[] Words() => Viewer.Shown(_all.Values.Select(viewer => viewer.Word).OfType<Viewer>());

    /// <summary>To how many it was posted, and whether some of them hardly keep up.</summary>
    public (int Count, bool Filling) Post(Letter letter)
    {
        var filling = false;
        var line = _line ??= [.. _all.Values];
        foreach (var viewer in line)
        {
            viewer.Outbox.Post(letter);
            filling |= viewer.Outbox.IsFilling;
        }

        return (line.Length, filling);
    }
}
