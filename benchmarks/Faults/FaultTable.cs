namespace TaskList.Faults;

/// <summary>What can be done to a cluster on one machine.</summary>
public static class FaultTable
{
    public static readonly IReadOnlyList<Fault> All =
    [
        new("siloKill", ProcessFaults.SiloKill),
        new("siloStop", scene => ProcessFaults.Restart(scene, scene.Any(scene.Stage.Silos))),
        new("siloFreeze", scene => ProcessFaults.FreezeSilo(scene, scene.Seconds(5, 20))),
        new("siloZombie", scene => ProcessFaults.FreezeSilo(scene, TimeSpan.FromSeconds(90))),
        new("siloStarve", ProcessFaults.Starve),
        new("siloCutOff", LineFaults.CutOff),
        new("siloSqueeze", ProcessFaults.Squeeze, MayGiveUp: true),
        new(FaultOptions.Apart, scene => LineFaults.Apart(scene, scene.Seconds(5, 30))),
        new(FaultOptions.ApartLong, scene => LineFaults.Apart(scene, TimeSpan.FromSeconds(60))),
        new(FaultOptions.Unheard, scene => LineFaults.Unheard(scene, scene.Seconds(5, 30))),
        new(FaultOptions.Alone, scene => LineFaults.Alone(scene, scene.Seconds(15, 30))),
        new("twoSilosKill", scene => ProcessFaults.Kill(scene, [.. scene.Shuffled(scene.Stage.Silos).Take(2)])),
        new("gatewayKill", scene => ProcessFaults.Kill(scene, scene.Any(scene.Stage.Gateways))),
        new("gatewayStop", scene => ProcessFaults.Restart(scene, scene.Any(scene.Stage.Gateways))),
        new("gatewayFreeze", scene => ProcessFaults.Freeze(scene, scene.Any(scene.Stage.Gateways).Process!, TimeSpan.FromSeconds(5))),
        new("siloAndGatewayKill", scene => ProcessFaults.Kill(scene, scene.Any(scene.Stage.Silos), scene.Any(scene.Stage.Gateways))),
        new("clientsCutOff", scene => LineFaults.Spoil(scene, scene.Stage.ClientLines, line => line.Cut(), scene.Seconds(2, 7))),
        new("postgresKill", scene => StoreFaults.Postgres(scene, postgres => postgres.KillAsync(), kills: true)),
        new("postgresRestart", scene => StoreFaults.Postgres(scene, postgres => postgres.EndAsync(fast: scene.Random.Next(2) == 0))),
        new("postgresStall", scene => LineFaults.Spoil(scene, scene.Stage.PostgresLines.Values, line => line.Stall(), scene.Seconds(3, 14))),
        new("postgresLongStall", scene => LineFaults.Spoil(scene, scene.Stage.PostgresLines.Values, line => line.Stall(), TimeSpan.FromSeconds(30))),
        new("postgresSlow", scene => LineFaults.Spoil(scene, scene.Stage.PostgresLines.Values, line => line.Delay(TimeSpan.FromMilliseconds(250)), TimeSpan.FromSeconds(15))),
        new("postgresFull", StoreFaults.Full),
        new("redisFreeze", scene => ProcessFaults.Freeze(scene, scene.Stage.Redis.Process, TimeSpan.FromSeconds(20))),
        new("redisAway", StoreFaults.RedisAway),
        new("redisKill", StoreFaults.RedisKill),
        new("redisFlush", StoreFaults.RedisFlush),
        new("redisAwaySiloKill", StoreFaults.RedisAwaySiloKill),
        new("everythingKill", StoreFaults.Everything),
        new("rolling", scene => ProcessFaults.Restart(scene, [.. scene.Stage.Silos, .. scene.Stage.Gateways])),
        new("rollback", ProcessFaults.RollBack),
        new("postgresFailOver", StoreFaults.FailOver),
    ];

    public static Fault Named(string name) => All.Single(fault => fault.Name == name);
}
