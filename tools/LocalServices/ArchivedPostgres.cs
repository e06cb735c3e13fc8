using System.Diagnostics;
using Npgsql;

namespace TaskList.LocalServices;

/// <summary>
/// PostgreSQL of the system's package, with an archive of its log, backed up and restored by the scripts of <c>ops/backup</c>. The embedded binaries lack the tools.
/// As packages and operators leave it: its configuration is not in the data folder, everybody has a password, and the lists' owner may do nothing else.
/// </summary>
public sealed class ArchivedPostgres : IAsyncDisposable
{
    static readonly TimeSpan CommandLimit = TimeSpan.FromSeconds(120);
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    static readonly string[] ConfigurationFiles = ["postgresql.conf", "pg_hba.conf", "pg_ident.conf"];
    static readonly string Password = Guid.NewGuid().ToString("n");

    readonly string _folder;
    readonly PostgresAccount _account;
    ChildProcess? _guard;

    ArchivedPostgres(string folder, PostgresAccount account) => (_folder, _account) = (folder, account);

    /// <summary>Where the package put its programs, the newest version; null where there is none that will do.</summary>
    public static string? Programs { get; } = (Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [])
        .Where(version => int.TryParse(Path.GetFileName(version), out var major) && major >= 15 && File.Exists(Path.Combine(version, "bin", "pg_verifybackup")))
        .MaxBy(version => int.Parse(Path.GetFileName(version), System.Globalization.CultureInfo.InvariantCulture)) is { } newest ? Path.Combine(newest, "bin") : null;

    /// <summary>For Npgsql; the same after a restore.</summary>
    public string ConnectionString => $"Host={_folder};Username=tasklist;Password={Password};Database=tasklist";

    string AsSuperuser => $"Host={_folder};Username=postgres;Password={Password};Database=postgres;Pooling=false";

    string Configuration => Path.Combine(_folder, "etc");

    string Data => Path.Combine(_folder, "data");

    string Archive => Path.Combine(_folder, "archive");

    /// <summary>An empty server that archives; gone when disposed.</summary>
    public static async Task<ArchivedPostgres> StartTemporaryAsync()
    {
        // Short, for the socket; the scripts run as the user that the server runs as.
        var folder = Directory.CreateTempSubdirectory("tasklist-ar-").FullName;
        var postgres = new ArchivedPostgres(folder, await PostgresAccount.ChooseAsync());
        if (postgres._account.OwnsAsNobody)
            Posix.TakeOwnership(folder, forNobody: true);
        try
        {
            var password = Path.Combine(folder, "password");
            await File.WriteAllTextAsync(password, Password);
            await postgres.RunAsync(["mkdir", postgres.Archive, postgres.Configuration, Path.Combine(folder, "backups")]);
            await postgres.RunAsync(["initdb", "-D", postgres.Data, "-U", "postgres", "--auth=scram-sha-256", $"--pwfile={password}", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]);
            await postgres.RunAsync(["mv", .. ConfigurationFiles.Select(file => Path.Combine(postgres.Data, file)), postgres.Configuration]);
            await File.AppendAllTextAsync(
                Path.Combine(postgres.Configuration, "postgresql.conf"),
                $"\ndata_directory = '{postgres.Data}'\nfsync = off\narchive_mode = on\narchive_command = '{Script("archive")} %p %f {postgres.Archive}'\n");
            await postgres.StartAsync();
            await postgres.TellAsync($"CREATE ROLE tasklist LOGIN PASSWORD '{Password}'");
            await postgres.TellAsync("CREATE DATABASE tasklist OWNER tasklist");
            return postgres;
        }
        catch
        {
            await postgres.DisposeAsync();
            throw;
        }
    }

    /// <summary>A base backup; its folder.</summary>
    public async Task<string> BackUpAsync() => (await RunAsync([Script("base-backup"), Path.Combine(_folder, "backups")])).Trim().Split('\n')[^1];

    /// <summary>Returns when all that is committed by now is in the archive.</summary>
    public async Task ArchiveAsync()
    {
        var piece = (string)(await TellAsync("SELECT pg_walfile_name(pg_switch_wal())"))!;
        var clock = Stopwatch.StartNew();
        while (!File.Exists(Path.Combine(Archive, piece)))
        {
            if (clock.Elapsed > Patience)
                throw new LocalServiceException($"{piece} was not archived within {Patience.TotalSeconds:0} s.");
            await Task.Delay(100);
        }
    }

    /// <summary>The disk is lost: the server dies and its data with it.</summary>
    public async Task LoseEverythingAsync()
    {
        if (PostmasterFile.ReadLiving(Data) is { } living)
            await living.Process.EndAsync(Posix.SigQuit, TimeSpan.FromSeconds(10));
        Directory.Delete(Data, recursive: true);
    }

    /// <summary>Restores a backup and the archive up to a time, and starts it; what the script said.</summary>
    public async Task<string> RestoreAsync(string backup, string until)
    {
        var said = await RehearseAsync(backup, until, Data);
        await StartAsync();
        return said;
    }

    /// <summary>Restores into another folder and leaves it there, stopped.</summary>
    public Task<string> RehearseAsync(string backup, string until) => RehearseAsync(backup, until, Path.Combine(_folder, "rehearsal"));

    /// <summary>Stops it and leaves nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (PostmasterFile.ReadLiving(Data) is { } living)
            await living.Process.EndAsync(Posix.SigInt, TimeSpan.FromSeconds(15));
        if (_guard is not null)
            await _guard.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    // The script needs neither the password nor the configuration.
    Task<string> RehearseAsync(string backup, string until, string data) => RunAsync(
        ["env", "-u", "PGPASSWORD", "PGUSER=tasklist", $"TASKLIST=dotnet {ProductBinaries.Host(HostRole.Silo)}", Script("restore"), backup, Archive, data, until]);

    async Task<object?> TellAsync(string statement)
    {
        await using var source = NpgsqlDataSource.Create(AsSuperuser);
        await using var tell = source.CreateCommand(statement);
        return await tell.ExecuteScalarAsync();
    }

    static string Script(string name) => Path.Combine(RepositoryRoot.Path, "ops", "backup", name);

    async Task StartAsync()
    {
        var options = $"-c listen_addresses='' -c unix_socket_directories='{_folder}'";
        await RunAsync(["pg_ctl", "-D", Configuration, "-l", Path.Combine(_folder, "postgres.log"), "-w", "-o", options, "start"]);
        var postmaster = PostmasterFile.ReadLiving(Data) ?? throw new LocalServiceException("PostgreSQL ended at once.");
        if (_guard is not null)
            await _guard.DisposeAsync();
        _guard = TemporaryGuard.Start(postmaster.Process.Pid, _folder);
    }

    async Task<string> RunAsync(string[] command)
    {
        string[] environment = ["env", $"PATH={Programs}:{Environment.GetEnvironmentVariable("PATH")}", $"PGHOST={_folder}", "PGUSER=postgres", $"PGPASSWORD={Password}"];
        var run = await ToolRun.RunAsync([.. _account.Prefix, .. environment, .. command], CommandLimit);
        return run.ExitCode == 0 ? run.Output : throw new LocalServiceException($"{string.Join(' ', command.Select(Path.GetFileName))} failed: {run.Output.Trim()}");
    }
}
