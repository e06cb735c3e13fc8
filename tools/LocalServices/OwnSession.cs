namespace TaskList.LocalServices;

/// <summary>
/// Starts a command in a session of its own. A child otherwise shares our process group, so that Ctrl+C in a terminal would reach it
/// in the same instant as us: the database would be gone before the silos have drained.
/// </summary>
static class OwnSession
{
    static readonly string? Setsid = FindOnPath("setsid");

    // macOS has no setsid program but brings Perl.
    static readonly string[] Perl = ["perl", "-MPOSIX", "-e", "POSIX::setsid(); exec {$ARGV[0]} @ARGV"];

    public static IReadOnlyList<string> Wrap(IReadOnlyList<string> command) =>
        Setsid is null ? [.. Perl, .. command] : [Setsid, .. command];

    public static string? FindOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);
}
