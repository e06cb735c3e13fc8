using Npgsql;

namespace TaskList.Grains.Lists;

/// <summary>
/// The writer's way to Postgres. A statement whose connection was cut may still wait in the server, for a lock or for a synchronous standby; nothing is
/// sent while too many do, so that a server in trouble is not filled up with what nobody waits for.
/// </summary>
sealed class LogConnections(NpgsqlDataSource source, TimeSpan limit)
{
    const int MaxLeftBehind = 8;

    readonly Lock _lock = new();
    readonly HashSet<int> _leftBehind = [];
    Task? _confirming;

    /// <summary>Runs a statement on a connection that is cut after the limit.</summary>
    /// <exception cref="NeverSentException">The statement has not left this process.</exception>
    public async Task<T> Run<T>(Func<NpgsqlConnection, Task<T>> statement)
    {
        TimedConnection timed;
        try
        {
            timed = await TimedConnection.Open(source, limit).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is NpgsqlException or TimeoutException or IOException)
        {
            throw new NeverSentException(fault);
        }

        await using (timed.ConfigureAwait(false))
        {
            await CheckLeftBehind(timed).ConfigureAwait(false);
            var process = timed.Connection.ProcessID;
            try
            {
                return await statement(timed.Connection).ConfigureAwait(false);
            }
            catch (Exception fault) when (timed.WasCut && fault is not NpgsqlException)
            {
                // Whatever the driver makes of a socket that is gone, nobody knows what the statement did.
                throw new NpgsqlException("The connection was cut.", fault);
            }
            finally
            {
                if (timed.WasCut) lock (_lock) _leftBehind.Add(process);
            }
        }
    }

    /// <summary>
    /// Commits something and waits for it. All earlier commits are then where this one is: on the standby, too, where there is a synchronous one.
    /// One at a time for all who ask.
    /// </summary>
    public Task Confirm()
    {
        lock (_lock) return _confirming is { IsCompleted: false } ? _confirming : _confirming = Task.Run(() => Run(Barrier));
    }

    static async Task<int> Barrier(NpgsqlConnection connection)
    {
        var checkCommit = UnconfirmedCommitException.Watch(connection);
        await using var command = new NpgsqlCommand("SELECT pg_logical_emit_message(true, 'tasklist', '')", connection) { CommandTimeout = 0 };
        var rows = await command.ExecuteNonQueryAsync();
        checkCommit();
        return rows;
    }

    async Task CheckLeftBehind(TimedConnection timed)
    {
        int[] suspects;
        lock (_lock) suspects = [.. _leftBehind];
        if (suspects.Length < MaxLeftBehind) return;

        try
        {
            await using var ask = timed.Command("SELECT pid FROM pg_stat_activity WHERE pid = ANY($1) AND usename = current_user AND state <> 'idle'");
            ask.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = suspects });
            HashSet<int> alive = [];
            await using var reader = await ask.ExecuteReaderAsync();
            while (await reader.ReadAsync()) alive.Add(reader.GetInt32(0));
            lock (_lock) _leftBehind.ExceptWith(suspects.Except(alive));
            if (alive.Count >= MaxLeftBehind) throw new NeverSentException(new TimeoutException("Too many cut statements are unfinished in Postgres."));
        }
        catch (Exception fault) when (fault is NpgsqlException or IOException)
        {
            throw new NeverSentException(fault);
        }
    }
}
