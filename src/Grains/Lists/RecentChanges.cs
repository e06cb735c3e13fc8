using System.Text.Json;
using TaskList.Contracts;
using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

/// <summary>The newest durable rows, in memory: for pushes, for short catch-up, and for recognising repeated command ids without a read.</summary>
sealed class RecentChanges
{
    const int MaxRows = 2_048;
    const int MaxBytes = 1 << 20;

    /// <summary>The oldest first, behind places that are free again. No queue: a push finds its first row without walking over those before it.</summary>
    readonly List<LogRow> _rows = [];

    readonly Dictionary<Guid, LogRow> _byCommand = [];
    int _free;
    int _bytes;

    /// <summary>The version of the last row; 0 when there is none.</summary>
    public long Last { get; private set; }

    int Count => _rows.Count - _free;

    /// <summary>The version of the first row.</summary>
    public long First => Last - Count + 1;

    /// <summary>The whole log is here.</summary>
    public bool IsWhole => First <= 1;

    public LogRow? ByCommand(Guid commandId) => _byCommand.GetValueOrDefault(commandId);

    public void Add(LogRow row)
    {
        _rows.Add(row);
        _byCommand[row.CommandId] = row;
        _bytes += row.Change.Length;
        Last = row.Version;
        while (Count > MaxRows || (_bytes > MaxBytes && Count > 1)) DropOldest();
    }

    /// <summary>Rows after a version, at most so many and about so many bytes; null when some of them are no longer here.</summary>
    public IReadOnlyList<LogRow>? After(long version, int maxRows, int maxBytes)
    {
        if (version >= Last) return [];
        if (version + 1 < First) return null;

        List<LogRow> rows = [];
        var bytes = 0;
        for (var at = _free + (int)(version + 1 - First); at < _rows.Count; at++)
        {
            var row = _rows[at];
            if (rows.Count == maxRows || (rows.Count > 0 && bytes + row.Change.Length > maxBytes)) break;
            rows.Add(row);
            bytes += row.Change.Length;
        }

        return rows;
    }

    void DropOldest()
    {
        var oldest = _rows[_free];
        _bytes -= oldest.Change.Length;
        _byCommand.Remove(oldest.CommandId);
        _rows[_free++] = null!;
        if (_free <= _rows.Count / 2) return;
        _rows.RemoveRange(0, _free);
        _free = 0;
    }

    /// <summary>A row as a gateway needs it: the bytes, and who must leave before they go out.</summary>
    public static PushedChange ToPushed(LogRow row)
    {
        if (!Removes(row.Change)) return new PushedChange(row.Version, new RawJson(row.Change), null, EverybodyRemoved: false);
        var events = ListJson.ReadChange(row.Change).Events;
        Guid[] removed = [.. events.OfType<MemberRemoved>().Select(e => e.UserId)];
        return new PushedChange(row.Version, new RawJson(row.Change), removed, EverybodyRemoved: events.Any(e => e is ListDeleted));
    }

    /// <summary>Reads only what may name a removal; text that merely contains the word is read too and found innocent.</summary>
    static bool Removes(ReadOnlySpan<byte> change) => change.IndexOf("\"memberRemoved\""u8) >= 0 || change.IndexOf("\"listDeleted\""u8) >= 0;

    /// <exception cref="JsonException">A row that this release cannot read.</exception>
    public static ListChange Read(LogRow row) =>
        row.Encoding == LogRow.Format ? ListJson.ReadChange(row.Change) : throw new JsonException($"Changes of format {row.Encoding} are of a later release.");
}
