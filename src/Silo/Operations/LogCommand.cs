using System.Globalization;
using Npgsql;
using TaskList.Grains.Lists;

namespace TaskList.Silo.Operations;

/// <summary>
/// <c>dotnet TaskList.Silo.dll verify [LIST …]</c> holds logs, snapshots and milestones against each other; <c>repair LIST</c> makes its snapshots anew;
/// <c>repair LIST VERSION FILE</c> puts a change back that a backup still has; <c>new-history</c> follows a restore;
/// <c>migrate</c> brings the schema up to date. Docs: operations.md.
/// </summary>
public static class LogCommand
{
    /// <summary>Exit code 0 when all fits, 1 when something does not, 2 for arguments that make no sense; null when they ask for something else.</summary>
    public static async Task<int?> RunAsync(string[] args, IConfiguration configuration, TextWriter output)
    {
        if (args is not ["verify" or "repair" or "new-history" or "migrate", ..]) return null;
        if (configuration.GetConnectionString("Postgres") is not { Length: > 0 } postgres) return await Refuse("ConnectionStrings:Postgres is missing.");

        if (args is ["migrate"])
        {
            SchemaMigrations.Apply(PostgresSetup.ToPrimary(postgres));
            return 0;
        }

        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(PostgresSetup.ToPrimary(postgres)) { ApplicationName = "tasklist-check" }.ConnectionString);
        using var check = new LogCheck(source);
        return args switch
        {
            ["verify", .. var ids] when Array.TrueForAll(ids, id => Guid.TryParse(id, out _)) => await Verify(check, ids, output),
            ["repair", var id] when Guid.TryParse(id, out var listId) => await Say(
                await check.RebuildSnapshots(listId), "The snapshots were made anew.", "The log itself does not fit: nothing was done. Ask verify where."),
            ["repair", var id, var number, var file] when Guid.TryParse(id, out var listId)
                && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && File.Exists(file) => await Say(
                await check.PutBack(listId, version, await File.ReadAllBytesAsync(file)), "The change is back.", "These are not the bytes that were written: nothing was done."),
            ["new-history"] => await Renew(new HistoryRenewal(source), output),
            _ => await Refuse("Usage: verify [LIST …] | repair LIST | repair LIST VERSION FILE | new-history | migrate"),
        };

        async Task<int> Say(bool done, string yes, string no)
        {
            await output.WriteLineAsync(done ? yes : no);
            return done ? 0 : 1;
        }

        async Task<int> Refuse(string why)
        {
            await output.WriteLineAsync(why);
            return 2;
        }
    }

    static async Task<int> Renew(HistoryRenewal renewal, TextWriter output)
    {
        var (historyId, renumbered) = await renewal.Run();
        await output.WriteLineAsync($"New history {historyId}.{(renumbered ? " The log came from another Postgres: its followers' places were made to fit this one." : "")}");
        return 0;
    }

    static async Task<int> Verify(LogCheck check, string[] ids, TextWriter output)
    {
        var (lists, wrong) = (0, 0);
        await foreach (var listId in ids.Length == 0 ? check.Lists() : ids.Select(Guid.Parse).ToAsyncEnumerable())
        {
            var findings = await check.Verify(listId);
            foreach (var finding in findings) await output.WriteLineAsync($"{finding.ListId} version {finding.Version}: {finding.What}");
            lists++;
            if (findings.Any(finding => finding.IsFault)) wrong++;
        }

        await output.WriteLineAsync($"{lists} lists, {wrong} of them with something that does not fit.");
        return wrong == 0 ? 0 : 1;
    }
}
