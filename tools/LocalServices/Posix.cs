using System.Runtime.InteropServices;

namespace TaskList.LocalServices;

/// <summary>The few system calls that .NET has no API for.</summary>
static partial class Posix
{
    public const int SigInt = 2;
    public const int SigQuit = 3;
    public const int SigKill = 9;
    public const int SigTerm = 15;

    // Linux and macOS disagree about these two.
    public static readonly int SigStop = OperatingSystem.IsMacOS() ? 17 : 19;
    public static readonly int SigCont = OperatingSystem.IsMacOS() ? 19 : 18;

    public const uint Nobody = 65534;

    /// <summary>Sends a signal to one process; false when there is none, or it is not ours.</summary>
    public static bool Signal(int pid, int signal) => kill(pid, signal) == 0;

    /// <summary>Sends a signal to a whole process group and, where it has not formed yet, to its future leader.</summary>
    public static bool SignalGroup(int leader, int signal) => kill(-leader, signal) == 0 || kill(leader, signal) == 0;

    /// <summary>Signal 0 asks only whether the process exists.</summary>
    public static bool Exists(int pid) => kill(pid, 0) == 0;

    public static bool TakeOwnership(string path, bool forNobody) =>
        forNobody ? lchown(path, Nobody, Nobody) == 0 : lchown(path, geteuid(), getegid()) == 0;

    [LibraryImport("libc", SetLastError = true)]
    private static partial int kill(int pid, int signal);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int lchown(string path, uint owner, uint group);

    [LibraryImport("libc")]
    private static partial uint geteuid();

    [LibraryImport("libc")]
    private static partial uint getegid();
}
