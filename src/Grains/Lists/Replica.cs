using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;

namespace TaskList.Grains.Lists;

/// <summary>
/// A standby for what may be a few seconds old: searches, exports, looks at the past. Never for what a list decides on or tells its viewers. Where there is
/// none, or it is away or too far behind, or does not have what is asked for, the primary answers.
/// </summary>
/// <param name="primary">Tells how far the log has come.</param>
/// <param name="standby">Null where there is none.</param>
public sealed partial class Replica(NpgsqlDataSource primary, NpgsqlDataSource? standby, TimeProvider time, ILogger<Replica> logger) : BackgroundService
{
    const string Written = "SELECT CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_lsn() END";

    static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    static readonly TimeSpan MaxBehind = TimeSpan.FromSeconds(5);
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    readonly ListLog? _log = standby is null ? null : new ListLog(standby);
    readonly ListPast? _past = standby is null ? null : new ListPast(new ListLog(standby), new Milestones(standby));
    volatile bool _good;
    (NpgsqlLogSequenceNumber Place, DateTimeOffset At)? _mark;

    /// <summary>Whether it is asked at all now.</summary>
    internal bool IsGood => _good;

    /// <summary>A look at the past of a list.</summary>
    internal async Task<T> Look<T>(Func<ListPast, Task<T>> look, ListPast otherwise)
    {
        if (!_good || _past is null) return await look(otherwise);
        try
        {
            return await look(_past);
        }
        catch (Exception fault) when (IsAway(fault) || fault is LogEndsException)
        {
            return await look(otherwise);
        }
    }

    /// <summary>Rows that are known to be in the log.</summary>
    internal async Task<IReadOnlyList<LogRow>> Rows(Guid listId, long after, long to, int maxRows, int maxBytes, ListLog otherwise) =>
        await TryRead(_ => _log!.Range(listId, after, to, maxRows, maxBytes)) is { Count: > 0 } rows
            ? rows
            : await otherwise.Range(listId, after, to, maxRows, maxBytes);

    /// <summary>Null when the primary has to be asked.</summary>
    internal async Task<T?> TryRead<T>(Func<NpgsqlDataSource, Task<T>> read)
        where T : class
    {
        if (!_good || standby is null) return null;
        try
        {
            return await read(standby);
        }
        catch (Exception fault) when (IsAway(fault))
        {
            return null;
        }
    }

    public override void Dispose()
    {
        _past?.Dispose();
        standby?.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (standby is null) return;
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            var good = await IsCloseBehind(standby);
            if (good != _good) LogTurned(good);
            _good = good;
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>It must have reached a place that the primary had reached not long ago. Clocks and quiet times do not matter to that.</summary>
    async Task<bool> IsCloseBehind(NpgsqlDataSource source)
    {
        try
        {
            _mark ??= (await Place(primary), time.GetUtcNow());
            var reached = await Place(source) >= _mark.Value.Place;
            var waited = time.GetUtcNow() - _mark.Value.At;
            if (reached) _mark = null;
            return reached ? waited < MaxBehind : _good && waited < MaxBehind;
        }
        catch (Exception fault) when (IsAway(fault))
        {
            return false;
        }
    }

    static async Task<NpgsqlLogSequenceNumber> Place(NpgsqlDataSource source)
    {
        await using var timed = await TimedConnection.Open(source, Limit);
        await using var command = timed.Command(Written);
        return (NpgsqlLogSequenceNumber)(await command.ExecuteScalarAsync())!;
    }

    static bool IsAway(Exception fault) => fault is NpgsqlException or TimeoutException or IOException;

    [LoggerMessage(LogLevel.Information, "Whether the replica is near enough to be asked: {Good}")]
    partial void LogTurned(bool good);
}
