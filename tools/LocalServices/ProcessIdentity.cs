using System.ComponentModel;
using System.Diagnostics;

namespace TaskList.LocalServices;

/// <summary>A process as it can be recognised later: a pid alone may have been given to somebody else since.</summary>
/// <param name="Pid">Process id.</param>
/// <param name="StartedAt">When the system says that it started.</param>
public sealed record ProcessIdentity(int Pid, DateTimeOffset StartedAt)
{
    static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(25);

    // The start time is computed from clock ticks since boot, so two readings differ a little.
    static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);

    /// <summary>The process that has this pid now, or null.</summary>
    public static ProcessIdentity? Of(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return process.HasExited ? null : new ProcessIdentity(pid, process.StartTime.ToUniversalTime());
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return null;
        }
    }

    /// <summary>True while this very process lives.</summary>
    public bool IsAlive => Of(Pid) is { } now && (now.StartedAt - StartedAt).Duration() < Tolerance;

    /// <summary>Waits for the end of a process that need not be a child of ours; false after <paramref name="limit"/>.</summary>
    public async Task<bool> WaitForEndAsync(TimeSpan limit)
    {
        var clock = Stopwatch.StartNew();
        while (IsAlive)
        {
            if (clock.Elapsed > limit)
                return false;
            await Task.Delay(PollInterval);
        }

        return true;
    }

    /// <summary>Lets it go by itself for a while, then kills it and its process group.</summary>
    public async Task EndOrKillAsync(TimeSpan patience)
    {
        if (await WaitForEndAsync(patience))
            return;
        Posix.SignalGroup(Pid, Posix.SigKill);
        await WaitForEndAsync(TimeSpan.FromSeconds(5));
    }

    /// <summary>Asks with one signal, waits, then kills.</summary>
    internal async Task EndAsync(int signal, TimeSpan grace)
    {
        if (!IsAlive || (Posix.Signal(Pid, signal) && await WaitForEndAsync(grace)))
            return;
        Posix.Signal(Pid, Posix.SigKill);
        await WaitForEndAsync(TimeSpan.FromSeconds(5));
    }
}
