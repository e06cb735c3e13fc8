namespace TaskList.HistoryChecker;

/// <summary>One list as one connection has it: where it stands, and what came before its answer did.</summary>
sealed class ViewedList(History history, Guid list)
{
    readonly List<HistoryLine> _held = [];
    HistoryLine? _last;

    /// <summary>Null until the list is open.</summary>
    public long? Version { get; private set; }

    public IEnumerable<Violation> Open(HistoryLine opened)
    {
        // An answer of changes starts where the client stood, with the first one where it stood nowhere; one with a picture stands for itself.
        Version = (opened.Changes is null ? opened.Version : opened.After) ?? 0;
        _last = opened;
        foreach (var violation in Take(opened)) yield return violation;
        foreach (var held in _held.SelectMany(Take).ToArray()) yield return held;
        _held.Clear();
    }

    public IEnumerable<Violation> Take(HistoryLine line)
    {
        if (Version is null)
        {
            _held.Add(line);
            yield break;
        }

        foreach (var change in line.Changes ?? [])
        {
            if (history.At(list, change.Version) is not { } entry)
                yield return new Violation("I7", $"Version {change.Version} of list {list} was delivered and is not in the log.", line);
            else if (entry.Hash != change.Hash)
                yield return new Violation("I7", $"Version {change.Version} of list {list} was delivered in other bytes than the log's.", line);
        }

        // Once more what is known already is allowed; running ahead is not, and neither is another order within a message.
        foreach (var violation in Order(line)) yield return violation;
    }

    IEnumerable<Violation> Order(HistoryLine line)
    {
        var before = (line.Changes ?? []).Length > 0 ? line.Changes![0].Version - 1 : 0;
        foreach (var change in line.Changes ?? [])
        {
            var follows = change.Version == before + 1;
            before = change.Version;
            if (follows && change.Version <= Version + 1)
            {
                Version = Math.Max(Version!.Value, change.Version);
                continue;
            }

            yield return new Violation("I7", $"Version {change.Version} of list {list} was delivered after version {Version}.", _last!, line);
            Version = Math.Max(Version!.Value, change.Version);
        }

        _last = line;
    }
}
