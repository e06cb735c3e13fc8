namespace TaskList.LocalServices;

/// <summary>How to run PostgreSQL, which refuses to run as root.</summary>
/// <param name="Prefix">Put before each of its commands.</param>
/// <param name="OwnsAsNobody">Whether its folders must belong to the user nobody.</param>
sealed record PostgresAccount(IReadOnlyList<string> Prefix, bool OwnsAsNobody)
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);
    static readonly SemaphoreSlim Once = new(1, 1);
    static PostgresAccount? _chosen;

    static readonly PostgresAccount[] ForRoot =
    [
        // In a user namespace root is nobody inside and root outside: nothing changes hands, and folders closed to others stay in reach.
        new(["unshare", "--user", $"--map-user={Posix.Nobody}", $"--map-group={Posix.Nobody}", "--"], OwnsAsNobody: false),

        // Containers often forbid namespaces. The one capability kept lets nobody pass through folders of root, /root among them;
        // without the secure bit access(2), which PostgreSQL asks about its own programs, would not count it.
        new(
            [
                "setpriv", $"--reuid={Posix.Nobody}", $"--regid={Posix.Nobody}", "--clear-groups", "--securebits=+no_setuid_fixup",
                "--inh-caps=+dac_override", "--ambient-caps=+dac_override", "--",
            ],
            OwnsAsNobody: true),
        new(["setpriv", $"--reuid={Posix.Nobody}", $"--regid={Posix.Nobody}", "--clear-groups", "--"], OwnsAsNobody: true),
    ];

    /// <summary>Tries the ways in turn, once a process.</summary>
    public static async Task<PostgresAccount> ChooseAsync()
    {
        await Once.WaitAsync();
        try
        {
            return _chosen ??= await ProbeAsync();
        }
        finally
        {
            Once.Release();
        }
    }

    static async Task<PostgresAccount> ProbeAsync()
    {
        if (!Environment.IsPrivilegedProcess)
            return new PostgresAccount([], OwnsAsNobody: false);
        foreach (var account in ForRoot.Where(account => OwnSession.FindOnPath(account.Prefix[0]) is not null))
        {
            var probe = await ToolRun.RunAsync([.. account.Prefix, PostgresBinaries.PgCtl, "--version"], Limit);
            if (probe.ExitCode == 0)
                return account;
        }

        throw new LocalServiceException(
            "PostgreSQL refuses to run as root and neither unshare nor setpriv can drop root here: start as another user or set ConnectionStrings__Postgres.");
    }
}
