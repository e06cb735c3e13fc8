using Npgsql;

namespace TaskList.Grains.Auth;

/// <summary>The sessions that ended lately. Every gateway reads it, so a sign-out reaches them all whatever happens to a message.</summary>
sealed class EndedSessionTable(NpgsqlDataSource database, TimeProvider time)
{
    const int MostRows = 10_000;

    static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(5);

    long _sweptAt;

    public async Task Add(Guid sessionId)
    {
        await using var insert = database.CreateCommand("INSERT INTO ended_session (session_id) VALUES ($1) ON CONFLICT (session_id) DO NOTHING");
        insert.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = sessionId });
        await insert.ExecuteNonQueryAsync();
    }

    public async Task<Guid[]> Since(DateTime since)
    {
        await Sweep();
        await using var select = database.CreateCommand("SELECT session_id FROM ended_session WHERE ended_at >= $1 ORDER BY ended_at DESC LIMIT $2");
        select.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = DateTime.SpecifyKind(since, DateTimeKind.Utc) });
        select.Parameters.Add(new NpgsqlParameter<int> { TypedValue = MostRows });
        await using var rows = await select.ExecuteReaderAsync();
        var ids = new List<Guid>();
        while (await rows.ReadAsync()) ids.Add(rows.GetGuid(0));
        return [.. ids];
    }

    /// <summary>Rows older than an hour serve nobody: the last access token of such a session died long ago.</summary>
    async Task Sweep()
    {
        var sweptAt = Volatile.Read(ref _sweptAt);
        if (sweptAt != 0 && time.GetElapsedTime(sweptAt) < SweepEvery) return;
        if (Interlocked.CompareExchange(ref _sweptAt, time.GetTimestamp(), sweptAt) != sweptAt) return;

        await using var delete = database.CreateCommand("""
            DELETE FROM ended_session WHERE session_id IN
                (SELECT session_id FROM ended_session WHERE ended_at < now() - interval '1 hour' LIMIT 10000)
            """);
        await delete.ExecuteNonQueryAsync();
    }
}
