using System.Text.Json;
using TaskList.LocalServices;

namespace TaskList.Launcher;

/// <summary>processes.json: what runs, while it runs. For its owner's eyes only, since connection strings stand in it.</summary>
sealed class ProcessListFile(string path)
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public void Write(IEnumerable<ProcessEntry> entries)
    {
        var draft = path + ".new";
        File.Delete(draft);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        using (var file = new FileStream(draft, options))
            JsonSerializer.Serialize(file, entries, Json);
        File.Move(draft, path, overwrite: true);
    }

    /// <summary>What an earlier run left; empty after one that ended in order.</summary>
    public IReadOnlyList<ProcessEntry> Read()
    {
        try
        {
            return JsonSerializer.Deserialize<List<ProcessEntry>>(File.ReadAllBytes(path), Json) ?? [];
        }
        catch (Exception absent) when (absent is FileNotFoundException or JsonException)
        {
            return [];
        }
    }

    public void Delete() => File.Delete(path);

    public static ProcessEntry Entry(ProductHost host) => new(
        host.Name,
        host.Role.ToString().ToLowerInvariant(),
        host.Process!.Pid,
        host.Process.Identity.StartedAt,
        host.Port,
        host.HealthUrl,
        host.Command.Program,
        host.Command.Arguments,
        // Whoever starts it again may give it no standard input, and it would take that for the death of its parent.
        host.Command.Environment.Where(variable => variable.Key != HostSettings.ExitWithParent).ToDictionary(),
        host.Command.LogFile);

    public static ProcessEntry Entry(EmbeddedPostgres postgres) =>
        new("postgres", "postgres", postgres.Postmaster.Pid, postgres.Postmaster.StartedAt);

    public static ProcessEntry Entry(GarnetServer garnet) =>
        new("garnet", "garnet", garnet.Process.Pid, garnet.Process.Identity.StartedAt, Log: garnet.Process.Command.LogFile);
}
