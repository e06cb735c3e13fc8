using Npgsql;
using NpgsqlTypes;

namespace TaskList.Grains.Lists;

/// <summary>One standby, and whether it has reached what the primary had reached not long ago. Clocks and quiet times do not matter to that.</summary>
sealed class Standby(NpgsqlDataSource source, TimeProvider time) : IDisposable
{
    const string Written = "SELECT CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_lsn() END";

    static readonly TimeSpan MaxBehind = TimeSpan.FromSeconds(5);
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    volatile bool _near;
    (NpgsqlLogSequenceNumber Place, DateTimeOffset At)? _mark;

    public NpgsqlDataSource Source => source;

    public ListLog Log { get; } = new(source);

    public ListPast Past { get; } = new(new ListLog(source), new Milestones(source));

    public bool IsNear => _near;

    /// <summary>Looks anew; true when that has changed.</summary>
    public async Task<bool> Look(NpgsqlDataSource primary)
    {
        var near = await IsCloseBehind(primary);
        if (near == _near) return false;
        _near = near;
        return true;
    }

    public static bool IsAway(Exception fault) => fault is NpgsqlException or TimeoutException or IOException;

    public void Dispose()
    {
        Past.Dispose();
        source.Dispose();
    }

    async Task<bool> IsCloseBehind(NpgsqlDataSource primary)
    {
        try
        {
            _mark ??= (await Place(primary), time.GetUtcNow());
            var reached = await Place(source) >= _mark.Value.Place;
            var waited = time.GetUtcNow() - _mark.Value.At;
            if (reached) _mark = null;
            return reached ? waited < MaxBehind : _near && waited < MaxBehind;
        }
        catch (Exception fault) when (IsAway(fault))
        {
            return false;
        }
    }

    static async Task<NpgsqlLogSequenceNumber> Place(NpgsqlDataSource of)
    {
        await using var timed = await TimedConnection.Open(of, Limit);
        await using var command = timed.Command(Written);
        return (NpgsqlLogSequenceNumber)(await command.ExecuteScalarAsync())!;
    }
}
