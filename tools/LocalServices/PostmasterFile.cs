using System.Globalization;

namespace TaskList.LocalServices;

/// <summary>What a running PostgreSQL writes about itself into its data folder.</summary>
/// <param name="Process">The postmaster.</param>
/// <param name="SocketFolder">Where its Unix socket is.</param>
sealed record PostmasterFile(ProcessIdentity Process, string SocketFolder)
{
    const int PidLine = 0;
    const int StartLine = 2;
    const int SocketLine = 4;

    static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(5);

    /// <summary>The postmaster that owns this data folder and lives, or null.</summary>
    public static PostmasterFile? ReadLiving(string dataFolder)
    {
        var lines = ReadLines(Path.Combine(dataFolder, "postmaster.pid"));
        if (lines.Length <= SocketLine
            || !int.TryParse(lines[PidLine], CultureInfo.InvariantCulture, out var pid)
            || !long.TryParse(lines[StartLine], CultureInfo.InvariantCulture, out var startedAt))
        {
            return null;
        }

        // The file survives a SIGKILL and a reboot; the pid may be somebody else's by now.
        var process = ProcessIdentity.Of(pid);
        return process is not null && (process.StartedAt - DateTimeOffset.FromUnixTimeSeconds(startedAt)).Duration() < Tolerance
            ? new PostmasterFile(process, lines[SocketLine])
            : null;
    }

    static string[] ReadLines(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (IOException)
        {
            return [];
        }
    }
}
