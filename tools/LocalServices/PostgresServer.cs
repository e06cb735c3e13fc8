using System.Diagnostics;

namespace TaskList.LocalServices;

/// <summary>Makes a data folder and starts the server in it.</summary>
sealed class PostgresServer(string dataFolder, string logFile, PostgresAccount account)
{
    const int MaxConnections = 200;

    static readonly TimeSpan CommandLimit = TimeSpan.FromSeconds(60);

    // After a SIGKILL the backends of the dead postmaster hold its memory and its lock file for a moment.
    static readonly TimeSpan LeftoverLimit = TimeSpan.FromSeconds(15);
    static readonly TimeSpan RetryInterval = TimeSpan.FromMilliseconds(200);

    public async Task CreateDataFolderAsync(bool sync)
    {
        if (Directory.Exists(dataFolder))
        {
            CheckVersion();
            return;
        }

        // A folder appears under its name only when it is whole: an interrupted first run leaves nothing that looks like data.
        var unfinished = dataFolder + ".new";
        if (Directory.Exists(unfinished))
            Directory.Delete(unfinished, recursive: true);
        Directory.CreateDirectory(unfinished, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (account.OwnsAsNobody)
            Posix.TakeOwnership(unfinished, forNobody: true);
        string[] options =
        [
            "-D", unfinished, "-U", "tasklist", "--auth=trust", "--encoding=UTF8",
            "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8",
        ];
        var run = await RunAsync([PostgresBinaries.InitDb, .. options, .. sync ? [] : (string[])["--no-sync"]]);
        if (run.ExitCode != 0)
            throw new LocalServiceException($"initdb failed: {LastLine(run.Output)}");
        Directory.Move(unfinished, dataFolder);
    }

    public async Task<PostmasterFile> StartAsync()
    {
        PrepareLog();
        var sockets = SocketFolder.Prepare(dataFolder, account.OwnsAsNobody);
        var settings = $"-c listen_addresses='' -c unix_socket_directories='{sockets}' -c max_connections={MaxConnections} -p 5432";
        var clock = Stopwatch.StartNew();
        while (true)
        {
            var logged = new FileInfo(logFile).Length;
            var run = await RunAsync([PostgresBinaries.PgCtl, "-D", dataFolder, "-l", logFile, "-w", "-t", "45", "-o", settings, "start"]);
            if (run.ExitCode == 0 && PostmasterFile.ReadLiving(dataFolder) is { } postmaster)
                return postmaster;
            var reason = ReasonInLog(logged) ?? LastLine(run.Output);
            if (!IsLeftover(reason) || clock.Elapsed > LeftoverLimit)
                throw new LocalServiceException($"PostgreSQL did not start: {reason} (log: {logFile})");
            await Task.Delay(RetryInterval);
        }
    }

    void CheckVersion()
    {
        var file = Path.Combine(dataFolder, "PG_VERSION");
        if (!File.Exists(file))
            throw new LocalServiceException($"{dataFolder} holds something else than a PostgreSQL database.");
        var version = File.ReadAllText(file).Trim();
        if (version != PostgresBinaries.Major)
            throw new LocalServiceException($"{dataFolder} was made by PostgreSQL {version}; this version of TaskList brings PostgreSQL {PostgresBinaries.Major}.");
    }

    void PrepareLog()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(logFile)!);
        File.AppendAllText(logFile, "");
        if (account.OwnsAsNobody)
            Posix.TakeOwnership(logFile, forNobody: true);
    }

    Task<ToolRun> RunAsync(IReadOnlyList<string> command) => ToolRun.RunAsync([.. account.Prefix, .. command], CommandLimit);

    string? ReasonInLog(long from)
    {
        using var log = new FileStream(logFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        log.Position = Math.Min(from, log.Length);
        using var reader = new StreamReader(log);
        return reader.ReadToEnd().Split('\n').LastOrDefault(line => line.Contains("FATAL:", StringComparison.Ordinal))?.Trim();
    }

    static bool IsLeftover(string reason) =>
        reason.Contains("postmaster.pid", StringComparison.Ordinal) || reason.Contains("shared memory", StringComparison.Ordinal);

    static string LastLine(string output) =>
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault("(no output)");
}
