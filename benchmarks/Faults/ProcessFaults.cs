using System.Globalization;
using TaskList.LocalServices;

namespace TaskList.Faults;

/// <summary>What can be done to the product's processes.</summary>
public static class ProcessFaults
{
    /// <summary>Long enough for the others to notice.</summary>
    public static readonly TimeSpan Away = TimeSpan.FromSeconds(6);

    public static Task SiloKill(FaultScene scene)
    {
        var silo = scene.Any(scene.Stage.Silos);
        return Task.WhenAll(Kill(scene, silo), scene.Stage.Detections.Watch("a silo by SIGKILL", scene.Stage.Silos.Except([silo]), Away, Detections.SeesOneLess(scene.Stage)));
    }

    public static async Task Kill(FaultScene scene, params ProductHost[] hosts)
    {
        scene.Strikes();
        await scene.Stage.Endings.Kill(hosts);
        await Task.Delay(Away);
        await Task.WhenAll(hosts.Select(host => host.StartAsync()));
    }

    /// <summary>One after another is stopped in order and started anew.</summary>
    public static async Task Restart(FaultScene scene, params ProductHost[] hosts)
    {
        scene.Strikes();
        foreach (var host in hosts)
        {
            await scene.Stage.Endings.Stop(host);
            await host.StartAsync();
        }
    }

    /// <summary>A silo stands still, and its sockets stay open. After long enough the others have declared it dead; when it wakes up it believes itself to hold its lists.</summary>
    public static Task FreezeSilo(FaultScene scene, TimeSpan time)
    {
        var silo = scene.Any(scene.Stage.Silos);
        return Task.WhenAll(
            Freeze(scene, silo.Process!, time),
            scene.Stage.Detections.Watch("a silo by SIGSTOP", scene.Stage.Silos.Except([silo]), time, Detections.SeesOneLess(scene.Stage)));
    }

    public static async Task Freeze(FaultScene scene, ChildProcess process, TimeSpan time)
    {
        scene.Strikes();
        await Freeze(process, time);
        scene.Heals();
    }

    /// <summary>One fifth of a processor's time, in slices, as on a machine that does too much.</summary>
    public static async Task Starve(FaultScene scene)
    {
        var process = scene.Any(scene.Stage.Silos).Process!;
        scene.Strikes();
        for (var slice = 0; slice < 150; slice++)
        {
            await Freeze(process, TimeSpan.FromMilliseconds(80));
            await Task.Delay(20);
        }
    }

    /// <summary>A silo with 52 to 96 MiB for its objects: hardly what it needs to start, or some more. It may give up; it may not answer what it cannot keep.</summary>
    public static async Task Squeeze(FaultScene scene)
    {
        var (silo, limit) = (scene.Any(scene.Stage.Silos), scene.Random.Next(52, 97) << 20);
        scene.Strikes();
        await scene.Stage.Endings.Stop(silo);
        try
        {
            await silo.StartWithAsync(KeyValuePair.Create<string, string?>("DOTNET_GCHeapHardLimit", limit.ToString("x", CultureInfo.InvariantCulture)));
            await Task.Delay(scene.Seconds(10, 20));
        }
        catch (LocalServiceException)
        {
            // It has not even started: as good as one that died.
        }

        // However it ends now is what it was brought to, and no mark against it.
        await silo.StopAsync();
        await silo.StartAsync();
    }

    /// <summary>Every first, third, … process leaves in order and comes back later. Where the others are of another release, that one is then alone with what this one has written.</summary>
    public static async Task RollBack(FaultScene scene)
    {
        ProductHost[] leaving = [.. scene.Stage.Silos.Where((_, i) => i % 2 == 0), .. scene.Stage.Gateways.Where((_, i) => i % 2 == 0)];
        scene.Strikes();
        foreach (var host in leaving) await scene.Stage.Endings.Stop(host);
        await Task.Delay(Away);
        foreach (var host in leaving) await host.StartAsync();
    }

    static async Task Freeze(ChildProcess process, TimeSpan time)
    {
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
}
