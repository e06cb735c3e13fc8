using System.Diagnostics.CodeAnalysis;
using Npgsql;
using TaskList.Contracts;
using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

sealed partial class ListGrain
{
    const int Attempts = 3;

    /// <summary>The newest snapshot in wire form; opening a quiet list many times writes it once.</summary>
    WireSnapshot? _wire;

    public Task<Result<OpenAnswer>> Open(Guid actorId, OpenRequest request) => AsMember<OpenAnswer>(actorId, request.AfterVersion, async () =>
    {
        var outcomes = request.Pending is { Length: > 0 } pending ? await _pending.Of(pending) : null;

        if (request.HistoryId == _list.HistoryId && request.AfterVersion is { } after && after <= _list.Durable && await Missing(after) is { } changes)
            return new OpenAnswer(_list.HistoryId, after + changes.Length, changes, null, null, outcomes);

        var wire = await Wire();
        var bytes = await wire.Bytes();
        return bytes.Length > ListLimits.InlineSnapshotBytes
            ? new OpenAnswer(wire.HistoryId, wire.Version, null, null, wire.Version, outcomes)
            : new OpenAnswer(wire.HistoryId, wire.Version, null, new RawJson(bytes), null, outcomes);
    });

    public Task<Result<ChangesAnswer>> Changes(Guid actorId, ChangesRequest request) => AsMember<ChangesAnswer>(actorId, request.AfterVersion, async () =>
    {
        await _list.CatchUp();
        if ((request.HistoryId is { } known && known != _list.HistoryId) || request.AfterVersion >= _list.Durable)
            return new ChangesAnswer(_list.HistoryId, _list.Durable, []);
        var limit = Math.Clamp(request.Limit, 1, ListLimits.ChangesPerAnswer);
        var rows = await Rows(request.AfterVersion, limit, ListLimits.CatchUpBytes, request.FromReplica);
        return new ChangesAnswer(_list.HistoryId, _list.Durable, [.. rows.Select(row => new RawJson(row.Change))]);
    });

    public Task<Result<SnapshotAnswer>> Snapshot(Guid actorId, ListTag? known) => AsMember<SnapshotAnswer>(actorId, null, async () =>
    {
        await _list.CatchUp();
        if (IsCurrent(known)) return new SnapshotAnswer(known.HistoryId, known.Version, null);
        var wire = await Wire();
        return new SnapshotAnswer(wire.HistoryId, wire.Version, new RawJson(await wire.Bytes()));
    });

    public Task<Result<CompressedSnapshotAnswer>> CompressedSnapshot(Guid actorId, ListTag? known) => AsMember<CompressedSnapshotAnswer>(actorId, null, async () =>
    {
        await _list.CatchUp();
        if (IsCurrent(known)) return new CompressedSnapshotAnswer(known.HistoryId, known.Version, null);
        var wire = await Wire();
        return new CompressedSnapshotAnswer(wire.HistoryId, wire.Version, await wire.Compressed());
    });

    bool IsCurrent([NotNullWhen(true)] ListTag? known) => known is not null && known.HistoryId == _list.HistoryId && known.Version == _list.Durable;

    public Task<Result<PeopleAnswer>> People(Guid actorId) => AsMember(
        actorId, null, () => Task.FromResult<Result<PeopleAnswer>>(new PeopleAnswer([.. _list.State.People])));

    public Task<Result<ListCard>> CheckRole(Guid actorId, Role least) => AsMember(actorId, null, () =>
        Task.FromResult<Result<ListCard>>(new ListCard(ListId, _list.State.Name, _list.Durable, _list.State.RoleOf(actorId), [], null)), least);

    public async Task<ListCard?> Describe(Guid? taskId)
    {
        // Not "no such list": a follower would pass over the change that it asks for.
        if (!await _list.Ready()) throw new TimeoutException("The log cannot be read now.");
        if (!_list.State.Exists) return Forgettable<ListCard?>(null);
        if (!await _list.Settle()) throw new TimeoutException("The log cannot be read now.");
        var state = _list.State;
        var item = taskId is { } id ? state.AnyTask(id) : null;
        var task = item?.Content;
        return new ListCard(
            ListId,
            state.Name,
            state.Version,
            Role: null,
            [.. state.Members.Select(m => new ListMember(m.Key, m.Value))],
            task?.Title,
            task is null ? null : [.. task.Assignees.Union(task.Watchers)],
            item is { IsLive: true } && task?.CompletedAt is null ? task?.DueAt : null,
            state.Content.ArchivedAt,
            state.Content.DeletedAt is not null);
    }

    /// <summary>Runs a read for a member, on a state that is the log's; anybody else learns only that there is no such list.</summary>
    async Task<Result<T>> AsMember<T>(Guid actorId, long? seenVersion, Func<Task<Result<T>>> read, Role least = Role.Viewer)
        where T : class
    {
        try
        {
            if (!await _list.Ready()) return Refusal.Undecided(Codes.Unavailable);

            // What there is of it can be read, but not by somebody who has seen what no longer fits.
            if (_list.Quarantined && (!_list.State.Exists || seenVersion > _list.Durable)) return Refusal.Undecided(Codes.ListQuarantined);

            // The caller has seen more than this activation knows: another one has written.
            if (seenVersion > _list.Durable && !await _list.Refresh()) return Refusal.Undecided(Codes.Unavailable);
            if (!await _list.Settle()) return Refusal.Undecided(Codes.Unavailable);

            // Whom an old picture would turn away may have become a member since. What was decided meanwhile must be durable, too.
            if (_list.State.Exists && !(_list.State.RoleOf(actorId) >= least))
            {
                await _list.CatchUp();
                if (!await _list.Settle()) return Refusal.Undecided(Codes.Unavailable);
            }

            if (_list.State.RoleOf(actorId) is not { } role) return Forgettable<Result<T>>(new Refusal(Codes.ListNotFound));
            if (role < least) return Refusal.With(Codes.NotAllowed, "role", least.ToString().ToLowerInvariant());
            var answer = await read();

            // Removed while the answer was being read: it may hold what came after.
            return _list.State.RoleOf(actorId) is null ? new Refusal(Codes.ListNotFound) : answer;
        }
        catch (Exception fault) when (fault is NpgsqlException or TimeoutException or IOException)
        {
            return Refusal.Undecided(Codes.Unavailable);
        }
    }

    /// <summary>All changes after a version, or null when a snapshot is the better answer.</summary>
    async Task<RawJson[]?> Missing(long after)
    {
        var to = _list.Durable;
        if (to - after > ListLimits.CatchUpChanges) return null;
        var rows = await Rows(after, ListLimits.CatchUpChanges, ListLimits.CatchUpBytes);
        return after + rows.Count >= to ? [.. rows.Select(row => new RawJson(row.Change))] : null;
    }

    /// <summary>Durable rows after a version, bounded by number and by about so many bytes.</summary>
    async Task<IReadOnlyList<LogRow>> Rows(long after, int maxRows, int maxBytes, bool fromReplica = false)
    {
        if (_list.Recent.After(after, maxRows, maxBytes) is { } recent) return recent;
        metrics.ReadForClient();
        var to = _list.Durable;
        return fromReplica ? await replica.Rows(ListId, after, to, maxRows, maxBytes, log) : await log.Range(ListId, after, to, maxRows, maxBytes);
    }

    /// <summary>The snapshot of a version that is durable by the time it is returned.</summary>
    async Task<WireSnapshot> Wire()
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            // What was thrown away may still stand in the state when the log could not be read again.
            if (!await _list.Ready()) break;
            if (_wire is null || !(_wire.IsOf(_list.State, _list.HistoryId) || PlantedBug.StaleRead)) _wire = new WireSnapshot(_list.State, _list.HistoryId);
            var wire = _wire;
            if (await _list.Settled() == DecisionFate.Durable) return wire;
        }

        throw new TimeoutException("The list's state was thrown away, again and again or for good.");
    }
}
