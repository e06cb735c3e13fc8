using System.Globalization;

namespace TaskList.LocalServices;

/// <summary>A shell that outlives killed tests for a moment, to end the database that they can no longer end.</summary>
static class TemporaryGuard
{
    const string Script = "trap 'kill -INT \"$1\"; while kill -0 \"$1\" 2>/dev/null; do sleep 0.1; done; rm -rf \"$2\"; exit 0' TERM; "
        + "while kill -0 \"$1\" 2>/dev/null; do sleep 5 & wait; done";

    public static ChildProcess Start(int postmaster, string folder) => ChildProcess.Start(new ChildCommand(
        "/bin/sh",
        ["-c", Script, "sh", postmaster.ToString(CultureInfo.InvariantCulture), folder],
        new Dictionary<string, string?>(),
        Path.Combine(folder, "guard.log"))
    {
        EndWithParent = true,
    });
}
