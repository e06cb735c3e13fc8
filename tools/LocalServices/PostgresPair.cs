using System.Diagnostics;
using Npgsql;

namespace TaskList.LocalServices;

/// <summary>
/// A primary and a hot standby that streams from it, for tests of fail-over. Two places on fixed sockets: <see cref="ConnectionString"/> names both and stays
/// true through any number of rounds of
/// <code>
/// await using var pair = await PostgresPair.StartTemporaryAsync(synchronous: true);
/// await pair.FailOverAsync(); // SIGKILL to the primary, the standby is promoted and serves
/// await pair.RejoinAsync();   // what fell comes back as the standby of the other, from a fresh copy
/// </code>
/// Synchronous: a commit is answered when the standby has it on disk; nothing acknowledged is lost. Asynchronous is the negative control:
/// <see cref="HoldBackAsync"/> keeps what is committed from then on away from the standby, so that a fail-over loses it for certain.
/// </summary>
public sealed class PostgresPair : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    readonly string _folder;
    readonly bool _synchronous;
    string _fallen = "";

    PostgresPair(string folder, bool synchronous, EmbeddedPostgres primary) => (_folder, _synchronous, Primary) = (folder, synchronous, primary);

    /// <summary>The one that takes writes.</summary>
    public EmbeddedPostgres Primary { get; private set; }

    /// <summary>The one that follows; null from a fail-over until <see cref="RejoinAsync"/>.</summary>
    public EmbeddedPostgres? Standby { get; private set; }

    /// <summary>Both places; leads to whichever takes writes. The database exists.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>Starts both, empty, with the standby streaming; gone when disposed.</summary>
    public static async Task<PostgresPair> StartTemporaryAsync(bool synchronous)
    {
        var folder = Directory.CreateTempSubdirectory("tasklist-pair-").FullName;
        var pair = new PostgresPair(folder, synchronous, await EmbeddedPostgres.StartGuardedAsync(Place(folder, "a")));
        try
        {
            pair._fallen = Place(folder, "b");

            // A standby that comes late must find what was written since its copy began.
            await pair.TellPrimaryAsync("ALTER SYSTEM SET wal_keep_size = '512MB'");
            await pair.RejoinAsync();
            pair.ConnectionString = new NpgsqlConnectionStringBuilder(pair.Primary.ConnectionString)
            {
                Host = $"{HostOf(pair.Primary)},{HostOf(pair.Standby!)}",
                TargetSessionAttributes = "read-write",
            }.ConnectionString;
            return pair;
        }
        catch
        {
            await pair.DisposeAsync();
            throw;
        }
    }

    /// <summary>SIGKILL to the primary; then the standby takes over and commits alone until <see cref="RejoinAsync"/>.</summary>
    public async Task FailOverAsync()
    {
        await Primary.KillAsync();
        await PromoteAsync();
    }

    /// <summary>The standby takes over. Whoever calls it has seen to it that the old primary is dead.</summary>
    public async Task PromoteAsync()
    {
        var next = Standby ?? throw new InvalidOperationException("There is no standby to promote.");
        await next.TellAsync("SELECT pg_promote(true, 60)", "ALTER SYSTEM RESET primary_conninfo");
        _fallen = Path.GetDirectoryName(Primary.DataFolder)!;
        await Primary.DisposeAsync();
        (Primary, Standby) = (next, null);
        await SetSynchronousAsync(false);
    }

    /// <summary>Makes a standby in the place that is free, from a copy of the living primary.</summary>
    public async Task RejoinAsync()
    {
        if (Directory.Exists(_fallen))
            Directory.Delete(_fallen, recursive: true);
        var data = Path.Combine(Directory.CreateDirectory(_fallen).FullName, "data");
        await BaseCopy.MakeAsync(Primary, data);
        await BaseCopy.FollowAsync(data, $"host={HostOf(Primary)} port=5432 user=tasklist application_name=standby");
        Standby = await EmbeddedPostgres.StartGuardedAsync(_fallen);
        await StreamsAsync();
        await SetSynchronousAsync(_synchronous);
    }

    /// <summary>Cuts the standby off. An asynchronous primary commits on alone; a synchronous one waits.</summary>
    public async Task HoldBackAsync()
    {
        await Standby!.TellAsync("ALTER SYSTEM SET primary_conninfo = ''", "SELECT pg_reload_conf()");
        await UntilAsync(Standby, "SELECT count(*) = 0 FROM pg_stat_wal_receiver");
    }

    /// <summary>Lets it follow again.</summary>
    public async Task LetFollowAsync()
    {
        await Standby!.TellAsync("ALTER SYSTEM RESET primary_conninfo", "SELECT pg_reload_conf()");
        await StreamsAsync();
    }

    /// <summary>Waits until the standby shows all that is committed by now.</summary>
    public async Task CaughtUpAsync()
    {
        // Some commit without waiting for the disk, and the standby gets only what is there: one that waits takes them along.
        await Primary.TellAsync("SELECT pg_logical_emit_message(true, 'tasklist', '')");
        var committed = await Primary.AskAsync("SELECT pg_current_wal_lsn()::text");
        await UntilAsync(Standby!, $"SELECT pg_last_wal_replay_lsn() >= '{committed}'");
    }

    /// <summary>Stops both and leaves nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Standby is not null)
            await Standby.DisposeAsync();
        await Primary.DisposeAsync();
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    static string Place(string folder, string name) => Directory.CreateDirectory(Path.Combine(folder, name)).FullName;

    static string HostOf(EmbeddedPostgres postgres) => new NpgsqlConnectionStringBuilder(postgres.ConnectionString).Host!;

    Task TellPrimaryAsync(params string[] statements) => Primary.TellAsync([.. statements, "SELECT pg_reload_conf()"]);

    Task StreamsAsync() => UntilAsync(Primary, "SELECT count(*) > 0 FROM pg_stat_replication WHERE state = 'streaming'");

    async Task SetSynchronousAsync(bool on)
    {
        var names = on ? "standby" : "";
        await TellPrimaryAsync($"ALTER SYSTEM SET synchronous_standby_names = '{names}'");
        await UntilAsync(Primary, $"SELECT current_setting('synchronous_standby_names') = '{names}'");
        if (on)
            await UntilAsync(Primary, "SELECT count(*) > 0 FROM pg_stat_replication WHERE sync_state = 'sync'");
    }

    static async Task UntilAsync(EmbeddedPostgres postgres, string question)
    {
        var clock = Stopwatch.StartNew();
        while (await postgres.AskAsync(question) is not true)
        {
            if (clock.Elapsed > Patience)
                throw new LocalServiceException($"Not within {Patience.TotalSeconds:0} s: {question}");
            await Task.Delay(Interval);
        }
    }
}
