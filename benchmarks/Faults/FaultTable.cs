using System.Globalization;
using TaskList.LocalServices;

namespace TaskList.Faults;

/// <summary>What can be done to a cluster on one machine.</summary>
public static class FaultTable
{
    /// <summary>Long enough for the others to notice.</summary>
    static readonly TimeSpan Away = TimeSpan.FromSeconds(6);

    public static readonly IReadOnlyList<Fault> All =
    [
        new("siloKill", 1, SiloKill),
        new("siloStop", 0, (stage, random, strike) => Restart(strike, Any(stage.Silos, random))),
        new("siloFreeze", 0, SiloFreeze),
        new("siloStarve", 0, (stage, random, strike) => Starve(strike, Any(stage.Silos, random).Process!)),
        new("siloCutOff", 0, CutOff),
        new("siloSqueeze", 0, Squeeze),
        new(FaultOptions.Apart, 0, (stage, random, strike) => Part(stage, random, strike, (network, one, other) => network.KeepApart(one, other), (network, one, other) => network.LetMeet(one, other))),
        new(FaultOptions.Unheard, 0, (stage, random, strike) => Part(stage, random, strike, (network, one, other) => network.Mute(one, other), (network, one, other) => network.LetSpeak(one, other))),
        new("twoSilosKill", 2, (stage, random, strike) => Kill(strike, [.. Shuffled(stage.Silos, random).Take(2)])),
        new("gatewayKill", 1, (stage, random, strike) => Kill(strike, Any(stage.Gateways, random))),
        new("gatewayStop", 0, (stage, random, strike) => Restart(strike, Any(stage.Gateways, random))),
        new("gatewayFreeze", 0, (stage, random, strike) => Freeze(strike, Any(stage.Gateways, random).Process!, TimeSpan.FromSeconds(5))),
        new("siloAndGatewayKill", 2, (stage, random, strike) => Kill(strike, Any(stage.Silos, random), Any(stage.Gateways, random))),
        new("clientsCutOff", 0, (stage, random, strike) => Spoil(strike, stage.ClientLines, line => line.Cut(), TimeSpan.FromSeconds(random.Next(2, 8)))),
        new("postgresKill", 1, (stage, _, strike) => Postgres(strike, stage.Postgres, postgres => postgres.KillAsync())),
        new("postgresRestart", 0, (stage, random, strike) => Postgres(strike, stage.Postgres, postgres => postgres.EndAsync(fast: random.Next(2) == 0))),
        new("postgresStall", 0, (stage, random, strike) => Spoil(strike, stage.PostgresLines.Values, line => line.Stall(), TimeSpan.FromSeconds(random.Next(3, 15)))),
        new("postgresSlow", 0, (stage, _, strike) => Spoil(strike, stage.PostgresLines.Values, line => line.Delay(TimeSpan.FromMilliseconds(250)), TimeSpan.FromSeconds(15))),
        new("redisFreeze", 0, (stage, _, strike) => Freeze(strike, stage.Redis.Process, TimeSpan.FromSeconds(20))),
        new("redisKill", 1, RedisKill),
        new("redisAwaySiloKill", 2, RedisAwaySiloKill),
        new("everythingKill", 7, Everything),
        new("rolling", 0, Rolling),
        new("rollback", 0, RollBack),
        new("postgresFailOver", 1, FailOver),
    ];

    static Task SiloKill(FaultStage stage, Random random, Action strike)
    {
        var silo = Any(stage.Silos, random);
        return Task.WhenAll(Kill(strike, silo), stage.Detections.Watch("SIGKILL", stage.Silos.Except([silo]), Away));
    }

    static Task SiloFreeze(FaultStage stage, Random random, Action strike)
    {
        var (silo, time) = (Any(stage.Silos, random), TimeSpan.FromSeconds(random.Next(5, 21)));
        return Task.WhenAll(Freeze(strike, silo.Process!, time), stage.Detections.Watch("SIGSTOP", stage.Silos.Except([silo]), time));
    }

    static async Task Kill(Action strike, params ProductHost[] hosts)
    {
        strike();
        await Task.WhenAll(hosts.Select(host => host.KillAsync()));
        await Task.Delay(Away);
        await Task.WhenAll(hosts.Select(host => host.StartAsync()));
    }

    static async Task Restart(Action strike, params ProductHost[] hosts)
    {
        strike();
        foreach (var host in hosts)
        {
            await host.StopAsync();
            await host.StartAsync();
        }
    }

    static async Task Freeze(Action strike, ChildProcess process, TimeSpan time)
    {
        strike();
        process.Freeze();
        try
        {
            await Task.Delay(time);
        }
        finally
        {
            process.Thaw();
        }
    }

    /// <summary>One fifth of a processor's time, in slices, as on a machine that does too much.</summary>
    static async Task Starve(Action strike, ChildProcess process)
    {
        strike();
        for (var slice = 0; slice < 150; slice++)
        {
            await Freeze(() => { }, process, TimeSpan.FromMilliseconds(80));
            await Task.Delay(20);
        }
    }

    /// <summary>A silo that keeps its peers and loses Redis and Postgres: it can commit nothing, so it must answer nothing.</summary>
    static Task CutOff(FaultStage stage, Random random, Action strike)
    {
        var silo = Any(stage.Silos, random).Name;
        return Spoil(strike, [stage.PostgresLines[silo], stage.RedisLines[silo]], line => line.Cut(), TimeSpan.FromSeconds(random.Next(5, 15)));
    }

    /// <summary>A silo with 52 to 96 MiB for its objects: hardly what it needs to start, or some more. It may give up; it may not answer what it cannot keep.</summary>
    static async Task Squeeze(FaultStage stage, Random random, Action strike)
    {
        var (silo, limit) = (Any(stage.Silos, random), random.Next(52, 97) << 20);
        strike();
        await silo.StopAsync();
        try
        {
            await silo.StartWithAsync(KeyValuePair.Create<string, string?>("DOTNET_GCHeapHardLimit", limit.ToString("x", CultureInfo.InvariantCulture)));
            await Task.Delay(TimeSpan.FromSeconds(random.Next(10, 21)));
        }
        catch (LocalServiceException)
        {
            // It has not even started: as good as one that died.
        }

        if (silo.IsRunning) await silo.StopAsync();
        await silo.StartAsync();
    }

    /// <summary>Two silos hear each other no more, or one of them not the other; both keep the third one, the gateways, Redis and Postgres.</summary>
    static async Task Part(
        FaultStage stage, Random random, Action strike, Func<SiloNetwork, string, string, Task> part, Func<SiloNetwork, string, string, Task> join)
    {
        var network = stage.Network ?? throw new LocalServiceException("A fault between silos must be named in --only.");
        string[] two = [.. Shuffled(stage.Silos, random).Take(2).Select(silo => silo.Name)];
        strike();
        await part(network, two[0], two[1]);
        await Task.Delay(TimeSpan.FromSeconds(random.Next(5, 31)));
        await join(network, two[0], two[1]);
    }

    static async Task Spoil(Action strike, IEnumerable<FaultLine> lines, Action<FaultLine> spoil, TimeSpan time)
    {
        FaultLine[] spoiled = [.. lines];
        strike();
        Array.ForEach(spoiled, spoil);
        await Task.Delay(time);
        Array.ForEach(spoiled, line => line.Heal());
    }

    static async Task Postgres(Action strike, EmbeddedPostgres postgres, Func<EmbeddedPostgres, Task> end)
    {
        strike();
        await end(postgres);
        await postgres.StartAgainAsync();
    }

    static async Task RedisKill(FaultStage stage, Random random, Action strike)
    {
        strike();
        await stage.Redis.KillAsync();
        await Task.Delay(TimeSpan.FromSeconds(random.Next(1, 8)));
        await stage.Redis.StartAgainAsync();
        await stage.RestartSilos();
    }

    static async Task RedisAwaySiloKill(FaultStage stage, Random random, Action strike)
    {
        strike();
        await stage.Redis.KillAsync();
        var silo = Any(stage.Silos, random);
        await silo.KillAsync();
        await Task.Delay(Away);
        await stage.Redis.StartAgainAsync();
        await stage.RestartSilos();
        await silo.StartAsync();
    }

    static async Task Everything(FaultStage stage, Random random, Action strike)
    {
        strike();
        await Task.WhenAll(stage.Cluster.Hosts.Select(host => host.KillAsync()).Append(stage.Postgres.KillAsync()).Append(stage.Redis.KillAsync()));
        await stage.Postgres.StartAgainAsync();
        await stage.Redis.StartAgainAsync();
        await Task.WhenAll(stage.Cluster.Hosts.Select(host => host.StartAsync()));
    }

    static Task Rolling(FaultStage stage, Random random, Action strike) => Restart(strike, [.. stage.Silos, .. stage.Gateways]);

    /// <summary>The primary dies and the standby takes over; where it follows without being waited for, it is two seconds behind by then.</summary>
    static async Task FailOver(FaultStage stage, Random random, Action strike)
    {
        var pair = stage.Pair ?? throw new LocalServiceException("postgresFailOver needs --pair.");
        if (!stage.IsSynchronous)
        {
            await pair.HoldBackAsync();
            await Task.Delay(TimeSpan.FromSeconds(2));
        }

        strike();
        await pair.FailOverAsync();
        await pair.RejoinAsync();
    }

    /// <summary>Every first, third, … process leaves in order and comes back later. Where the others are of another release, that one is then alone with what this one has written.</summary>
    static async Task RollBack(FaultStage stage, Random random, Action strike)
    {
        ProductHost[] leaving = [.. stage.Silos.Where((_, i) => i % 2 == 0), .. stage.Gateways.Where((_, i) => i % 2 == 0)];
        strike();
        foreach (var host in leaving) await host.StopAsync();
        await Task.Delay(Away);
        foreach (var host in leaving) await host.StartAsync();
    }

    static T Any<T>(T[] of, Random random) => of[random.Next(of.Length)];

    static T[] Shuffled<T>(T[] of, Random random)
    {
        random.Shuffle(of);
        return of;
    }
}
