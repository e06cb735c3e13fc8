using TaskList.LocalServices;

namespace TaskList.Faults;

/// <summary>What can be done to what stands between the processes.</summary>
static class LineFaults
{
    /// <summary>By then whoever asks a silo that can commit nothing should hear that it is not ready.</summary>
    static readonly TimeSpan NotReadyLimit = TimeSpan.FromSeconds(15);

    public static async Task Spoil(FaultScene scene, IEnumerable<FaultLine> lines, Action<FaultLine> spoil, TimeSpan time)
    {
        FaultLine[] spoiled = [.. lines];
        scene.Strikes();
        Array.ForEach(spoiled, spoil);
        await Task.Delay(time);
        Array.ForEach(spoiled, line => line.Heal());
        scene.Heals();
    }

    /// <summary>A silo that keeps its peers and loses Redis and Postgres: it can commit nothing, so it must answer nothing, and say that it is not ready.</summary>
    public static Task CutOff(FaultScene scene)
    {
        var silo = scene.Any(scene.Stage.Silos);
        return Task.WhenAll(
            Spoil(scene, [scene.Stage.PostgresLines[silo.Name], scene.Stage.RedisLines[silo.Name]], line => line.Cut(), scene.Seconds(5, 20)),
            scene.Stage.Detections.Watch("no Postgres and no Redis, by the silo's own readiness", [silo], NotReadyLimit, Detections.IsNotReady));
    }

    /// <summary>Two silos hear each other no more; both keep the third one, the gateways, Redis and Postgres.</summary>
    public static Task Apart(FaultScene scene, TimeSpan time) =>
        Part(scene, time, (network, one, other) => network.KeepApart(one, other), (network, one, other) => network.LetMeet(one, other));

    /// <summary>What one says to another is lost, and not the other way round.</summary>
    public static Task Unheard(FaultScene scene, TimeSpan time) =>
        Part(scene, time, (network, one, other) => network.Mute(one, other), (network, one, other) => network.LetSpeak(one, other));

    /// <summary>A silo keeps Postgres and loses everything else: the other silos, the gateways, Redis.</summary>
    public static Task Alone(FaultScene scene, TimeSpan time) =>
        Part(scene, time, (network, one, _) => network.Silence(one), (network, one, _) => network.EndSilence(one));

    static async Task Part(FaultScene scene, TimeSpan time, Func<SiloNetwork, string, string, Task> part, Func<SiloNetwork, string, string, Task> join)
    {
        var network = scene.Stage.Network ?? throw new LocalServiceException("A fault between silos must be named in --only.");
        string[] two = [.. scene.Shuffled(scene.Stage.Silos).Take(2).Select(silo => silo.Name)];
        scene.Strikes();
        await part(network, two[0], two[1]);
        await Task.Delay(time);
        await join(network, two[0], two[1]);
        scene.Heals();
    }
}
