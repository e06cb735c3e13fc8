using TaskList.LocalServices;

namespace TaskList.Launcher;

/// <summary>
/// What a killed run has left. Its children notice and go by themselves; one that does not is killed. Postgres is left alone:
/// it is taken over with all that it has in memory.
/// </summary>
static class Leftovers
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static async Task ClearAsync(ProcessListFile list)
    {
        var entries = list.Read().Where(entry => entry.Role != "postgres").ToList();
        var living = entries.Select(entry => new ProcessIdentity(entry.Pid, entry.StartedAt)).Where(process => process.IsAlive).ToList();
        if (living.Count > 0)
            Terminal.Say($"Waiting for {living.Count} processes of a run that was killed");
        await Task.WhenAll(living.Select(process => process.EndOrKillAsync(Patience)));
        list.Delete();
    }
}
