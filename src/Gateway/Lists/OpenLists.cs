namespace TaskList.Gateway.Lists;

/// <summary>The lists that one connection has open: seldom more than one, so an array, of which there may be ten thousand.</summary>
sealed class OpenLists
{
    readonly Lock _gate = new();
    Guid[] _ids = [];

    public Guid[] All => Volatile.Read(ref _ids);

    public void Add(Guid listId)
    {
        lock (_gate)
        {
            if (!_ids.Contains(listId)) Volatile.Write(ref _ids, [.. _ids, listId]);
        }
    }

    public void Remove(Guid listId)
    {
        lock (_gate) Volatile.Write(ref _ids, [.. _ids.Where(id => id != listId)]);
    }
}
