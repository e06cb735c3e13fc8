using System.Collections.Concurrent;
using TaskList.LocalServices;

namespace TaskList.Faults;

/// <summary>How the processes of a stage ended: by SIGKILL, when they were asked to, or of themselves. What nobody planned is written down as wrong.</summary>
public sealed class Endings
{
    /// <summary>What Orleans says before it ends a silo that the others have voted out.</summary>
    const string ToldDead = "I have been told I am dead";

    /// <summary>What a silo says that Redis has forgotten or does not answer: it can tell nobody that it leaves, and does not wait for it.</summary>
    const string Hurried = "ending without a farewell";

    readonly ConcurrentQueue<string> _wrong = new();
    int _kills;
    int _declaredDead;

    /// <summary>Processes that lived until they died by SIGKILL.</summary>
    public int Kills => Volatile.Read(ref _kills);

    /// <summary>Silos that ended themselves because the others had declared them dead.</summary>
    public int DeclaredDead => Volatile.Read(ref _declaredDead);

    /// <summary>Ends that nobody planned, with the fault; host names and exit codes only.</summary>
    public IReadOnlyCollection<string> Wrong => _wrong;

    /// <summary>The fault of the moment, for whoever reads what was wrong.</summary>
    public string During { get; set; } = "";

    public Task Kill(params IEnumerable<ProductHost> hosts) => Task.WhenAll(hosts.Select(host =>
    {
        if (host.IsRunning) Killed();
        else EndedItself(host);
        return host.KillAsync();
    }));

    public void Killed() => Interlocked.Increment(ref _kills);

    /// <summary>SIGTERM. It must end by itself within its time and with code 0; where Redis does not know it, it may hurry.</summary>
    public async Task Stop(ProductHost host, bool mayHurry = false)
    {
        if (!host.IsRunning)
        {
            EndedItself(host);
            return;
        }

        if (!await host.StopAsync()) Add($"{host.Name} was asked to stop and had to be killed");
        else if (host.Process!.ExitCode != 0 && !(mayHurry && host.Said().Contains(Hurried, StringComparison.Ordinal))) EndedItself(host);
    }

    /// <summary>A process is found dead. A silo that was declared dead has to end; everything else is a crash.</summary>
    public void EndedItself(ProductHost host)
    {
        if (host.Said().Contains(ToldDead, StringComparison.Ordinal)) Interlocked.Increment(ref _declaredDead);
        else Add($"{host.Name} ended itself with exit code {host.Process!.ExitCode}");
    }

    public void Add(string wrong) => _wrong.Enqueue($"{During}: {wrong}");
}
