namespace TaskList.HistoryChecker;

/// <summary>Who is a member, version by version.</summary>
sealed class Members
{
    readonly HashSet<Guid> _now = [];

    public bool Contains(Guid? user) => user is { } id && _now.Contains(id);

    public void Apply(LogEntry entry)
    {
        foreach (var happened in entry.Events.EnumerateArray())
        {
            switch (happened.GetProperty("type").GetString())
            {
                case "listCreated":
                    _now.Add(happened.GetProperty("ownerId").GetGuid());
                    break;
                case "memberAdded":
                    _now.Add(happened.GetProperty("userId").GetGuid());
                    break;
                case "memberRemoved":
                    _now.Remove(happened.GetProperty("userId").GetGuid());
                    break;
            }
        }
    }

    /// <summary>For each list and user, at which versions that user's membership began and ended.</summary>
    public static Dictionary<(Guid List, Guid User), List<(long Version, bool Member)>> Turns(History history)
    {
        Dictionary<(Guid, Guid), List<(long, bool)>> turns = [];
        foreach (var list in history.Lists)
        {
            var members = new Members();
            foreach (var entry in history.Log(list))
            {
                HashSet<Guid> before = [.. members._now];
                members.Apply(entry);
                foreach (var user in before.Union(members._now).Where(user => before.Contains(user) != members._now.Contains(user)))
                {
                    if (!turns.TryGetValue((list, user), out var own)) turns[(list, user)] = own = [];
                    own.Add((entry.Version, members._now.Contains(user)));
                }
            }
        }

        return turns;
    }
}
