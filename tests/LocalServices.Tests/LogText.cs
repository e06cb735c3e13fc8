namespace TaskList.LocalServices.Tests;

/// <summary>Waits on what a child writes into its log, woken by the file system.</summary>
static class LogText
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The text as soon as it holds <paramref name="expected"/>, or once <paramref name="ended"/> says that no more will come.</summary>
    public static async Task<string> WaitForAsync(string log, string expected, Task ended)
    {
        using var limit = new CancellationTokenSource(Patience);
        using var watcher = new FileSystemWatcher(Path.GetDirectoryName(log)!, Path.GetFileName(log));
        using var written = new SemaphoreSlim(0);
        watcher.Changed += (_, _) => written.Release();
        watcher.EnableRaisingEvents = true;
        while (true)
        {
            var last = ended.IsCompleted;
            var text = File.Exists(log) ? await File.ReadAllTextAsync(log, limit.Token) : "";
            if (last || text.Contains(expected, StringComparison.Ordinal))
                return text;
            await Task.WhenAny(written.WaitAsync(limit.Token), ended).Unwrap();
        }
    }
}
