using TaskList.Contracts;
using TaskList.Contracts.Lists;

namespace TaskList.Gateway.Lists.Import;

/// <summary>Sends a plan to its list in batches. Commands that stayed undecided are sent again under the same ids, a bounded number of times.</summary>
sealed class ImportRun(IListGrain list, Guid ownerId)
{
    const int BatchBytes = 256 << 10;
    const int AttemptsWithoutProgress = 8;

    static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    readonly Dictionary<string, int> _refused = [];
    long _version;

    /// <summary>A refusal is either that of creating the list, or undecided: the rest of the commands can follow under the same list id.</summary>
    public async Task<Result<ImportedList>> Execute(Guid listId, ImportPlan plan, CancellationToken stop)
    {
        var created = await ClusterCalls.Retry(() => list.Create(ownerId, plan.Name, []));
        if (!created.Ok) return created.Refusal;

        _version = created.Value.Version;
        for (int done = 0, attempts = 0; done < plan.Commands.Count;)
        {
            var batch = NextBatch(plan.Commands, done);
            var answers = await ClusterCalls.Retry(() => list.ExecuteBatch(ownerId, batch));
            var decided = answers.TakeWhile(answer => !answer.Undecided).ToList();
            decided.ForEach(Note);
            done += decided.Count;
            if (decided.Count == batch.Length) continue;

            attempts = decided.Count > 0 ? 0 : attempts + 1;
            var undecided = answers[decided.Count];
            if (attempts == AttemptsWithoutProgress) return Refusal.Undecided(undecided.Code!, undecided.RetryAfterMs!.Value);
            await Task.Delay(Shorter(TimeSpan.FromMilliseconds(undecided.RetryAfterMs!.Value), LongestPause), stop);
        }

        // None is expected: the plan keeps to the list's limits. But what was refused is not there, so the report says so.
        var refused = _refused.Select(entry => new DroppedCount("commands", entry.Value, entry.Key));
        return new ImportedList(listId, _version, plan.Report with { Dropped = [.. plan.Report.Dropped, .. refused] });
    }

    static RawJson[] NextBatch(IReadOnlyList<RawJson> commands, int start)
    {
        int count = 0, bytes = 0;
        while (start + count < commands.Count && count < ListLimits.BatchCommands)
        {
            bytes += commands[start + count].Utf8.Length;
            if (bytes > BatchBytes && count > 0) break;
            count++;
        }

        return [.. commands.Skip(start).Take(count)];
    }

    void Note(CommandAnswer answer)
    {
        if (answer.Accepted) _version = Math.Max(_version, answer.Version ?? 0);
        else _refused[answer.Code!] = _refused.GetValueOrDefault(answer.Code!) + 1;
    }

    static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b;
}

/// <param name="Version">The list's version after the import's last command.</param>
sealed record ImportedList(Guid ListId, long Version, ImportReport Report);
