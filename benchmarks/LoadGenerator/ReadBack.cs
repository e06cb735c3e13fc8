using System.Net.Http.Headers;
using System.Text.Json;

namespace TaskList.LoadGenerator;

/// <summary>Reads the log of every list and counts the accepted edits that stand in it at their version with their text.</summary>
static class ReadBack
{
    const int ListsAtOnce = 4;
    const int Page = 500;

    public static async Task<long> Run(LoadJob job, EditLog log)
    {
        var lowest = Lowest(job, log);
        var found = 0L;
        using var http = new HttpClient { BaseAddress = new Uri(job.Url) };
        await Parallel.ForAsync(0, job.Lists.Length, new ParallelOptions { MaxDegreeOfParallelism = ListsAtOnce }, async (list, _) =>
        {
            if (lowest[list] == long.MaxValue) return;
            var after = lowest[list] - 1;
            while (true)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/lists/{job.Lists[list].ListId}/changes?after={after}&limit={Page}");
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", job.Lists[list].Token);
                using var answer = await http.SendAsync(request, CancellationToken.None);
                using var body = JsonDocument.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(CancellationToken.None));
                var changes = body.RootElement.GetProperty("changes");
                if (changes.GetArrayLength() == 0) return;
                foreach (var change in changes.EnumerateArray())
                {
                    after = change.GetProperty("version").GetInt64();
                    if (IsAccepted(change, after, log)) Interlocked.Increment(ref found);
                }
            }
        });
        return found;
    }

    static long[] Lowest(LoadJob job, EditLog log)
    {
        var lowest = new long[job.Lists.Length];
        Array.Fill(lowest, long.MaxValue);
        for (var number = 0L; number < log.Count; number++)
        {
            if (log.Versions[number] is > 0 and var version) lowest[log.Lists[number]] = Math.Min(lowest[log.Lists[number]], version);
        }

        return lowest;
    }

    static bool IsAccepted(JsonElement change, long version, EditLog log)
    {
        var number = log.NumberOf(change.GetProperty("commandId").GetString()!);
        if (number < 0 || log.Versions[number] != version) return false;
        var events = change.GetProperty("events");
        return events.GetArrayLength() == 1 && events[0].GetProperty("title").GetString()!.StartsWith($"Edit {number:d10}", StringComparison.Ordinal);
    }
}
