using System.Diagnostics;
using TaskList.LocalServices;

namespace TaskList.Launcher;

/// <summary>Notices processes that end while nobody has asked them to.</summary>
sealed class ClusterWatch(ProductCluster cluster)
{
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    readonly List<ProductHost> _running = [.. cluster.Hosts];
    readonly Dictionary<HostRole, Stopwatch> _unserved = [];

    /// <summary>Returns the role of which nobody is left, or null once <paramref name="stop"/> is given.</summary>
    public async Task<HostRole?> WaitForLossAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            ReportDead();
            if (await FindLostRoleAsync() is { } lost)
                return lost;
            var pause = _running.Count == cluster.Hosts.Count ? Timeout.InfiniteTimeSpan : Interval;
            await Task.WhenAny([Task.Delay(pause, stop), .. _running.Select(host => host.Process!.Exited)]);
        }

        return null;
    }

    void ReportDead()
    {
        foreach (var dead in _running.Where(host => !host.IsRunning).ToList())
        {
            _running.Remove(dead);
            Terminal.Say($"{dead.Name} (process {dead.Process!.Pid}) ended with exit code {dead.Process.ExitCode}; log: {dead.Command.LogFile}");
        }
    }

    async Task<HostRole?> FindLostRoleAsync()
    {
        foreach (var role in cluster.Hosts.GroupBy(host => host.Role))
        {
            if (await IsServedAsync(role))
                _unserved.Remove(role.Key);
            else if (!_unserved.TryGetValue(role.Key, out var since))
                _unserved[role.Key] = Stopwatch.StartNew();
            else if (since.Elapsed > Patience)
                return role.Key;
        }

        return null;
    }

    // Somebody else may have started a dead one again: it is no child of ours, but it answers.
    static async Task<bool> IsServedAsync(IEnumerable<ProductHost> hosts)
    {
        if (hosts.Any(host => host.IsRunning))
            return true;
        var answers = await Task.WhenAll(hosts.Select(host => HealthProbe.IsHealthyAsync(host.HealthUrl)));
        return answers.Contains(true);
    }
}
