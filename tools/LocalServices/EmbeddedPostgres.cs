using System.Diagnostics;
using Npgsql;

namespace TaskList.LocalServices;

/// <summary>
/// A real PostgreSQL of our own on a Unix socket, no TCP. It outlives us if we are killed; whoever starts next on the same folder
/// takes it over.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    const string Name = "tasklist";

    static readonly TimeSpan FastStop = TimeSpan.FromSeconds(15);
    static readonly TimeSpan AdoptionLimit = TimeSpan.FromSeconds(15);
    static readonly TimeSpan RetryInterval = TimeSpan.FromMilliseconds(200);

    readonly bool _temporary;
    readonly string _logFile;

    EmbeddedPostgres(string dataFolder, string logFile, PostmasterFile postmaster, bool adopted, bool temporary)
    {
        DataFolder = dataFolder;
        _logFile = logFile;
        Postmaster = postmaster.Process;
        SocketFolder = postmaster.SocketFolder;
        WasAdopted = adopted;
        _temporary = temporary;
    }

    /// <summary>Absolute path of the data folder.</summary>
    public string DataFolder { get; }

    /// <summary>The postmaster; another one after a restart.</summary>
    public ProcessIdentity Postmaster { get; private set; }

    /// <summary>True when it was already running, left by a process that was killed.</summary>
    public bool WasAdopted { get; }

    /// <summary>For Npgsql; the database exists.</summary>
    public string ConnectionString => ConnectionTo(Name);

    /// <summary>Ends a temporary one when this process is killed before it could.</summary>
    internal ChildProcess? Guard { get; private set; }

    string SocketFolder { get; }

    /// <summary>Starts the database in this folder, made on first use, or takes over the one that runs there.</summary>
    public static Task<EmbeddedPostgres> StartAsync(string dataFolder, string logFile) =>
        StartAsync(Path.GetFullPath(dataFolder), logFile, temporary: false);

    /// <summary>An empty database for a test, gone when disposed.</summary>
    public static Task<EmbeddedPostgres> StartTemporaryAsync() => StartGuardedAsync(Directory.CreateTempSubdirectory("tasklist-test-").FullName);

    /// <summary>One that is gone with its folder when it is disposed, or when this process is killed. What lies in <c>data</c> there is used.</summary>
    internal static async Task<EmbeddedPostgres> StartGuardedAsync(string folder)
    {
        var postgres = await StartAsync(Path.Combine(folder, "data"), Path.Combine(folder, "postgres.log"), temporary: true);
        postgres.Guard = TemporaryGuard.Start(postgres.Postmaster.Pid, folder);
        return postgres;
    }

    /// <summary>Stops it in order: sessions are cut, nothing committed is lost.</summary>
    public async ValueTask DisposeAsync()
    {
        using (var pool = new NpgsqlConnection(ConnectionString))
            NpgsqlConnection.ClearPool(pool);
        await Postmaster.EndAsync(Posix.SigInt, FastStop);
        if (Guard is not null)
            await Guard.DisposeAsync();
        DeleteIfThere(SocketFolder);
        if (_temporary)
            DeleteIfThere(Path.GetDirectoryName(DataFolder)!);
    }

    /// <summary>SIGKILL to the postmaster, as a crash would.</summary>
    public Task KillAsync() => Postmaster.EndAsync(Posix.SigKill, FastStop);

    /// <summary>Statements for whoever runs the server, each by itself.</summary>
    internal async Task TellAsync(params string[] statements)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString + ";Pooling=false");
        foreach (var statement in statements)
        {
            await using var command = source.CreateCommand(statement);
            await command.ExecuteNonQueryAsync();
        }
    }

    /// <summary>A question with one answer.</summary>
    internal async Task<object?> AskAsync(string question)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString + ";Pooling=false");
        await using var command = source.CreateCommand(question);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Ends it as an operator would. Fast: sessions are cut and everything is written down; else it goes at once and recovers at its next start.</summary>
    public Task EndAsync(bool fast) => Postmaster.EndAsync(fast ? Posix.SigInt : Posix.SigQuit, FastStop);

    /// <summary>Starts it again after it has ended, on the same folder and socket.</summary>
    public async Task StartAgainAsync() =>
        Postmaster = (await new PostgresServer(DataFolder, _logFile, await PostgresAccount.ChooseAsync()).StartAsync()).Process;

    static async Task<EmbeddedPostgres> StartAsync(string dataFolder, string logFile, bool temporary)
    {
        var server = new PostgresServer(dataFolder, logFile, await PostgresAccount.ChooseAsync());
        await server.CreateDataFolderAsync(sync: !temporary);
        var clock = Stopwatch.StartNew();
        while (true)
        {
            var running = PostmasterFile.ReadLiving(dataFolder);
            var postgres = new EmbeddedPostgres(dataFolder, logFile, running ?? await server.StartAsync(), running is not null, temporary);
            try
            {
                await postgres.CreateDatabaseAsync();
                return postgres;
            }
            catch (NpgsqlException) when (postgres.WasAdopted && clock.Elapsed < AdoptionLimit)
            {
                // The one we found was on its way up or down: it will answer, or be gone.
                await Task.Delay(RetryInterval);
            }
            catch
            {
                await postgres.DisposeAsync();
                throw;
            }
        }
    }

    // Whoever took it over may have stopped it before us.
    static void DeleteIfThere(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    string ConnectionTo(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = SocketFolder,
        Username = Name,
        Database = database,
    }.ConnectionString;

    async Task CreateDatabaseAsync()
    {
        await using var source = NpgsqlDataSource.Create(ConnectionTo("postgres") + ";Pooling=false");
        await using var exists = source.CreateCommand($"select 1 from pg_database where datname = '{Name}'");
        if (await exists.ExecuteScalarAsync() is not null)
            return;
        await using var create = source.CreateCommand($"create database {Name}");
        await create.ExecuteNonQueryAsync();
    }
}
