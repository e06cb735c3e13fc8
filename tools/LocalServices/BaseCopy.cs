using Npgsql;

namespace TaskList.LocalServices;

/// <summary>
/// A copy of a running server's files that starts as another server. What <c>pg_basebackup</c> does, by the functions that it uses itself:
/// the embedded binaries bring the server, but none of its tools.
/// </summary>
static class BaseCopy
{
    const UnixFileMode Closed = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    // The first belong to the process that runs there; the others are made anew, or fetched from the primary.
    static readonly string[] LeftOut = ["postmaster.pid", "postmaster.opts", "pg_wal", "pg_replslot", "pg_dynshmem", "pg_stat_tmp"];

    public static async Task MakeAsync(EmbeddedPostgres from, string toFolder)
    {
        var account = await PostgresAccount.ChooseAsync();
        await using var connection = new NpgsqlConnection(from.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();

        // The session that began a backup has to end it.
        await using (var begin = new NpgsqlCommand("SELECT pg_backup_start('copy', true)", connection))
            await begin.ExecuteNonQueryAsync();
        CopyFolder(new DirectoryInfo(from.DataFolder), toFolder, account.OwnsAsNobody, isRoot: true);
        await using (var end = new NpgsqlCommand("SELECT labelfile FROM pg_backup_stop(false)", connection))
            await WriteAsync(Path.Combine(toFolder, "backup_label"), (string)(await end.ExecuteScalarAsync())!, account);
        foreach (var name in LeftOut.Where(name => name.StartsWith("pg_", StringComparison.Ordinal)).Append("pg_wal/archive_status").Append("pg_wal/summaries"))
            Own(Directory.CreateDirectory(Path.Combine(toFolder, name), Closed).FullName, account.OwnsAsNobody);
    }

    /// <summary>Makes a copy a standby.</summary>
    public static async Task FollowAsync(string dataFolder, string primary)
    {
        var account = await PostgresAccount.ChooseAsync();
        await WriteAsync(Path.Combine(dataFolder, "standby.signal"), "", account);

        // Not by ALTER SYSTEM, whose file wins and is what a test changes and resets.
        await File.AppendAllTextAsync(Path.Combine(dataFolder, "postgresql.conf"), $"\nprimary_conninfo = '{primary}'\n");
    }

    static void CopyFolder(DirectoryInfo from, string to, bool forNobody, bool isRoot)
    {
        Own(Directory.CreateDirectory(to, Closed).FullName, forNobody);
        foreach (var entry in from.EnumerateFileSystemInfos().Where(entry => !isRoot || !LeftOut.Contains(entry.Name)))
        {
            var target = Path.Combine(to, entry.Name);
            if (entry is DirectoryInfo folder)
            {
                CopyFolder(folder, target, forNobody, isRoot: false);
                continue;
            }

            try
            {
                File.Copy(entry.FullName, target, overwrite: true);
                Own(target, forNobody);
            }
            catch (FileNotFoundException)
            {
                // Dropped meanwhile; the log says so to whoever replays it.
            }
        }
    }

    static async Task WriteAsync(string file, string text, PostgresAccount account)
    {
        await File.WriteAllTextAsync(file, text);
        Own(file, account.OwnsAsNobody);
    }

    static void Own(string path, bool forNobody)
    {
        if (forNobody)
            Posix.TakeOwnership(path, forNobody: true);
    }
}
