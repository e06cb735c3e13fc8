using System.Diagnostics;
using System.Text.Json;

namespace TaskList.Grains.Lists;

/// <summary>Plays a log onto a state and stops at the first row that does not fit: a gap, a broken chain, bytes that do not read or do not match their row.</summary>
sealed class ListReplay
{
    ListReplay(ListState state, byte[] chain, long snapshotVersion) => (State, Chain, SnapshotVersion) = (state, chain, snapshotVersion);

    /// <summary>With a <see cref="Fault"/>, whatever the faulty row left behind: to be built anew up to the row before.</summary>
    public ListState State { get; }

    public byte[] Chain { get; private set; }

    public long SnapshotVersion { get; }

    public RecentChanges Recent { get; } = new();

    public LogFault? Fault { get; private set; }

    public static ListReplay FromNothing(Guid listId) => new(new ListState(listId), LogRow.ChainStart, 0);

    /// <summary>Null when the snapshot does not read.</summary>
    public static ListReplay? From(Guid listId, StoredState snapshot)
    {
        try
        {
            var state = ListState.FromStored(listId, StoredList.FromBytes(snapshot.Bytes));
            return state.Version == snapshot.Version ? new ListReplay(state, snapshot.ChainHash, snapshot.Version) : null;
        }
        catch (Exception fault) when (DoesNotFit(fault))
        {
            return null;
        }
    }

    /// <summary>Takes the next rows; those at or below the state's version are only remembered.</summary>
    public void Play(IEnumerable<LogRow> rows)
    {
        foreach (var row in rows)
        {
            if (Fault is not null) return;
            if (row.Version <= State.Version) Check(row);
            else Apply(row);
            if (Fault is null) Recent.Add(row);
        }
    }

    /// <summary>There are rows further on, but not the next one.</summary>
    public void FindGap() => Fault ??= new LogFault(State.Version + 1, LogFaultKind.Gap);

    void Check(LogRow row)
    {
        if (row.Version == SnapshotVersion && !row.ChainHash.AsSpan().SequenceEqual(Chain)) Fault = new LogFault(row.Version, LogFaultKind.Chain);
    }

    void Apply(LogRow row)
    {
        if (row.Version != State.Version + 1) FindGap();
        else if (!LogRow.Chain(Chain, row.CommandHash, row.Conflicts, row.Change).AsSpan().SequenceEqual(row.ChainHash)) Fault = new LogFault(row.Version, LogFaultKind.Chain);
        if (Fault is not null) return;

        try
        {
            var change = RecentChanges.Read(row);
            if ((change.ListId, change.Version, change.CommandId, change.ActorId, change.At) != (State.ListId, row.Version, row.CommandId, row.ActorId, row.At))
            {
                Fault = new LogFault(row.Version, LogFaultKind.Columns);
                return;
            }

            State.Apply(change);
            Chain = row.ChainHash;
        }
        catch (Exception fault) when (DoesNotFit(fault))
        {
            Fault = new LogFault(row.Version, LogFaultKind.Unreadable, fault);
        }
    }

    /// <summary>What reading and applying bytes throw that no rule of ours wrote. Whatever it is, it must cost this list only.</summary>
    static bool DoesNotFit(Exception fault) => fault
        is JsonException or NotSupportedException or KeyNotFoundException or ArgumentException or InvalidOperationException or NullReferenceException or FormatException or UnreachableException;
}

/// <summary>The first row of a log that does not fit.</summary>
sealed record LogFault(long Version, LogFaultKind Kind, Exception? Cause = null);

enum LogFaultKind
{
    /// <summary>The row is missing.</summary>
    Gap,

    /// <summary>The row, or one before it, is not what was written.</summary>
    Chain,

    /// <summary>The row's columns say something else than its change.</summary>
    Columns,

    /// <summary>This release cannot read or apply it.</summary>
    Unreadable,
}
