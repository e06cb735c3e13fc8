using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using TaskList.Grains.Notifications;

namespace TaskList.Grains.Search;

/// <summary>
/// Keeps the search tables up with the log. A change only says that its list has moved: the list is then brought to the head of its log in one transaction,
/// which counts only if nobody else has brought it further. So repeats, crashes and two followers at once do no harm, and many changes become one write.
/// </summary>
sealed partial class SearchConsumer(ListHeads heads, SearchTables tables, ILogger<SearchConsumer> logger) : IChangeConsumer
{
    public const string Name = "search";

    const int Attempts = 3;
    const int RememberedVersions = 10_000;

    readonly Dictionary<Guid, long> _indexed = [];
    readonly HashSet<Guid> _unreadable = [];
    LogCursor _last;

    public TimeSpan Gap => TimeSpan.FromMilliseconds(500);

    public FollowerReading Reading => FollowerReading.Heads;

    public double Rest => 3;

    public async Task Consume(LoggedChange change, CancellationToken stop)
    {
        // The cursor has gone back: somebody wants all of it read anew, and what is remembered may not be there any more.
        if ((change.Place.Tx, change.Place.Seq).CompareTo((_last.Tx, _last.Seq)) < 0) ForgetAll();
        _last = change.Place;
        if (_unreadable.Contains(change.ListId)) return;

        try
        {
            for (var lost = 0; await Indexed(change.ListId) < change.Version;)
            {
                if (await CatchUp(change.ListId)) continue;
                Forget(change.ListId);
                if (++lost == Attempts) throw new InvalidOperationException("Another follower keeps writing the same list.");
            }
        }
        catch (Exception fault) when (DoesNotRead(fault))
        {
            // A newer release wrote it, or it is damaged. It must cost this list only; whoever can read it brings it up at its next change.
            LogUnreadable(change.ListId, change.Version, fault.GetType().Name);
            Forget(change.ListId);
            _unreadable.Add(change.ListId);
        }
        catch
        {
            Forget(change.ListId);
            throw;
        }
    }

    /// <summary>False when somebody else was faster.</summary>
    async Task<bool> CatchUp(Guid listId)
    {
        var from = _indexed[listId];
        var (state, touched) = await heads.Advance(listId, from);
        if (!await tables.Write(state, from, touched)) return false;
        _indexed[listId] = state.Version;
        return true;
    }

    async Task<long> Indexed(Guid listId)
    {
        if (_indexed.TryGetValue(listId, out var version)) return version;
        if (_indexed.Count >= RememberedVersions) _indexed.Clear();
        return _indexed[listId] = await tables.Version(listId);
    }

    void Forget(Guid listId)
    {
        _indexed.Remove(listId);
        heads.Forget(listId);
    }

    void ForgetAll()
    {
        _indexed.Clear();
        _unreadable.Clear();
        heads.Clear();
    }

    static bool DoesNotRead(Exception fault) => fault
        is JsonException or NotSupportedException or KeyNotFoundException or NullReferenceException or FormatException or UnreachableException;

    [LoggerMessage(LogLevel.Warning, "List {ListId} cannot be searched beyond version {Version}: this release cannot read its log ({Error})")]
    partial void LogUnreadable(Guid listId, long version, string error);
}
