using System.Diagnostics;

namespace TaskList.LocalServices;

/// <summary>
/// A long-running process in a session of its own, its output in a file. Its standard input is a pipe that we hold and never write to:
/// the kernel closes it when we die, SIGKILL included, and that is how a child learns of it.
/// </summary>
public sealed class ChildProcess : IAsyncDisposable
{
    // The child writes to the file itself; a pipe through us would break with us, just when its last lines matter.
    const string Plain = "log=$1; shift; exec >>\"$log\" 2>&1; exec \"$@\"";

    // The subshell waits for the end of the pipe and then ends the whole group, itself included.
    const string Guarded = "log=$1; shift; exec >>\"$log\" 2>&1; exec 3<&0 </dev/null; "
        + "(cat <&3 >/dev/null; kill -TERM -$$) & exec 3<&-; exec \"$@\"";

    static readonly TimeSpan KillWait = TimeSpan.FromSeconds(5);

    readonly Process _process;

    ChildProcess(Process process, ChildCommand command)
    {
        _process = process;
        Command = command;
        Identity = ProcessIdentity.Of(process.Id) ?? new ProcessIdentity(process.Id, DateTimeOffset.UtcNow);
        Exited = process.WaitForExitAsync();
    }

    /// <summary>What was started.</summary>
    public ChildCommand Command { get; }

    /// <summary>Pid and start time.</summary>
    public ProcessIdentity Identity { get; }

    /// <summary>Process id; it leads a process group of the same number.</summary>
    public int Pid => Identity.Pid;

    /// <summary>Completes when the process has ended.</summary>
    public Task Exited { get; }

    /// <summary>True until the process has ended.</summary>
    public bool IsRunning => !_process.HasExited;

    /// <summary>Exit code once it has ended; 128 + n when signal n ended it.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>Starts the command. Throws <see cref="LocalServiceException"/> when the program cannot be run.</summary>
    public static ChildProcess Start(ChildCommand command)
    {
        var script = command.EndWithParent ? Guarded : Plain;
        var line = OwnSession.Wrap(["/bin/sh", "-c", script, "sh", command.LogFile, command.Program, .. command.Arguments]);
        var start = new ProcessStartInfo(line[0], line.Skip(1))
        {
            RedirectStandardInput = true,
            WorkingDirectory = command.WorkingFolder ?? "",
        };
        foreach (var (name, value) in command.Environment)
            start.Environment[name] = value;
        var process = Process.Start(start) ?? throw new LocalServiceException($"{command.Program} could not be started.");
        return new ChildProcess(process, command);
    }

    /// <summary>SIGTERM, and SIGKILL when it has not ended within <paramref name="grace"/>. Returns true if it went by itself.</summary>
    public async Task<bool> StopAsync(TimeSpan grace)
    {
        if (!IsRunning)
            return true;
        Posix.SignalGroup(Pid, Posix.SigTerm);
        if (await EndsWithinAsync(grace))
            return true;
        await KillAsync();
        return false;
    }

    /// <summary>SIGKILL at once, as a crash would.</summary>
    public async Task KillAsync()
    {
        Posix.SignalGroup(Pid, Posix.SigKill);
        if (!await EndsWithinAsync(KillWait))
            throw new LocalServiceException($"Process {Pid} outlived SIGKILL by {KillWait.TotalSeconds:0} s.");
    }

    /// <summary>SIGSTOP: it stands still, and its sockets stay open.</summary>
    public void Freeze() => Posix.SignalGroup(Pid, Posix.SigStop);

    /// <summary>SIGCONT: it goes on, knowing nothing of the time between.</summary>
    public void Thaw() => Posix.SignalGroup(Pid, Posix.SigCont);

    /// <summary>Kills what still runs.</summary>
    public async ValueTask DisposeAsync()
    {
        if (IsRunning)
            await KillAsync();
        _process.Dispose();
    }

    // What the kernel does when we die; the tests need it without dying.
    internal void CloseInput() => _process.StandardInput.Close();

    async Task<bool> EndsWithinAsync(TimeSpan limit) =>
        await Task.WhenAny(Exited, Task.Delay(limit)) == Exited;
}
