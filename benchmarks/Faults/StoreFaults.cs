using Npgsql;
using TaskList.LocalServices;

namespace TaskList.Faults;

/// <summary>What can be done to Postgres and Redis.</summary>
static class StoreFaults
{
    static readonly TimeSpan AlarmLimit = TimeSpan.FromSeconds(30);

    /// <summary>Connections taken within a moment; a server that gives out more is no small one.</summary>
    const int MostHolders = 500;

    public static async Task Postgres(FaultScene scene, Func<EmbeddedPostgres, Task> end, bool kills = false)
    {
        var postgres = scene.Stage.Postgres;
        scene.Strikes();
        if (kills) scene.Stage.Endings.Killed();
        await end(postgres);
        await postgres.StartAgainAsync();
        scene.Heals();
    }

    /// <summary>Somebody else takes every connection that Postgres gives out, and the product's own are ended, so that it must ask for new ones and gets none.</summary>
    public static async Task Full(FaultScene scene)
    {
        await using var own = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(scene.Stage.PostgresConnectionString) { Pooling = false, ApplicationName = "faults" }.ConnectionString);
        var taken = new Stack<NpgsqlConnection>();
        try
        {
            await Take(own, taken);
            scene.Strikes();
            var end = DateTime.UtcNow + scene.Seconds(8, 15);
            await using var clear = new NpgsqlCommand("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE backend_type = 'client backend' AND application_name <> 'faults'", taken.Peek());
            while (DateTime.UtcNow < end)
            {
                await clear.ExecuteNonQueryAsync();
                await Take(own, taken);
                await Task.Delay(TimeSpan.FromMilliseconds(100));
            }
        }
        finally
        {
            while (taken.TryPop(out var connection)) await connection.DisposeAsync();
        }

        scene.Heals();
    }

    public static async Task RedisKill(FaultScene scene)
    {
        scene.Strikes();
        await scene.Stage.KillRedis();
        await Task.Delay(scene.Seconds(1, 7));
        await scene.Stage.Redis.StartAgainAsync();
        await scene.Stage.RestartSilos();
    }

    public static async Task RedisAwaySiloKill(FaultScene scene)
    {
        scene.Strikes();
        await scene.Stage.KillRedis();
        var silo = scene.Any(scene.Stage.Silos);
        await scene.Stage.Endings.Kill(silo);
        await Task.Delay(ProcessFaults.Away);
        await scene.Stage.Redis.StartAgainAsync();
        await scene.Stage.RestartSilos();
        await silo.StartAsync();
    }

    /// <summary>
    /// Everything in Redis is deleted while everybody is connected, and another silo starts on the empty table: it founds a second cluster beside the first, which gateways may find.
    /// Every silo of the first one raises its alarm; started anew, one after another, they make one cluster again.
    /// </summary>
    public static async Task RedisFlush(FaultScene scene)
    {
        var stage = scene.Stage;
        scene.Strikes();
        await stage.Redis.FlushAsync();
        await Task.WhenAll(stage.Spare.StartAsync(), stage.Detections.Watch("an emptied Redis, by the alarm", stage.Silos, AlarmLimit, Detections.MissesItsRow));
        await Task.Delay(ProcessFaults.Away);
        await stage.RestartSilos();
        await stage.Endings.Stop(stage.Spare, mayHurry: true);
        scene.Heals();
    }

    /// <summary>Nobody reaches Redis for a minute, and a silo wants to join meanwhile: it cannot, and must not begin alone. Everybody else goes on.</summary>
    public static async Task RedisAway(FaultScene scene)
    {
        var stage = scene.Stage;
        FaultLine[] lines = [.. stage.RedisLines.Values];
        scene.Strikes();
        Array.ForEach(lines, line => line.Cut());
        var join = Joins(stage.Spare);
        await Task.Delay(scene.Seconds(45, 60));
        if (join.IsCompletedSuccessfully && await join) stage.Endings.Add($"{stage.Spare.Name} became ready without Redis");
        Array.ForEach(lines, line => line.Heal());
        scene.Heals();
        if (!await join && !stage.Spare.IsRunning) await stage.Spare.StartAsync();
        await stage.Endings.Stop(stage.Spare);
    }

    public static async Task Everything(FaultScene scene)
    {
        var stage = scene.Stage;
        scene.Strikes();
        await Task.WhenAll(stage.Endings.Kill(stage.Cluster.Hosts), stage.KillPostgres(), stage.KillRedis());
        await stage.Postgres.StartAgainAsync();
        await stage.Redis.StartAgainAsync();
        await Task.WhenAll(stage.Cluster.Hosts.Select(host => host.StartAsync()));
    }

    /// <summary>The primary dies and the standby takes over; where it follows without being waited for, it is two seconds behind by then.</summary>
    public static async Task FailOver(FaultScene scene)
    {
        var pair = scene.Stage.Pair ?? throw new LocalServiceException("postgresFailOver needs --pair.");
        if (!scene.Stage.IsSynchronous)
        {
            await pair.HoldBackAsync();
            await Task.Delay(TimeSpan.FromSeconds(2));
        }

        scene.Strikes();
        scene.Stage.Endings.Killed();
        await pair.FailOverAsync();
        await pair.RejoinAsync();
    }

    static async Task<bool> Joins(ProductHost silo)
    {
        try
        {
            await silo.StartAsync();
            return true;
        }
        catch (LocalServiceException)
        {
            return false;
        }
    }

    /// <summary>Until there is no more to be had.</summary>
    static async Task Take(NpgsqlDataSource own, Stack<NpgsqlConnection> taken)
    {
        try
        {
            while (taken.Count < MostHolders) taken.Push(await own.OpenConnectionAsync());
        }
        catch (PostgresException full) when (full.SqlState == PostgresErrorCodes.TooManyConnections)
        {
            // All of them.
        }
    }
}
