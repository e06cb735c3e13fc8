using System.Diagnostics;

namespace TaskList.LoadGenerator;

/// <summary>Writers and viewers on their lists: warm up, measure, let everything arrive, read everything back.</summary>
static class EditLoad
{
    const int ConnectsAtOnce = 64;

    static readonly TimeSpan Settle = TimeSpan.FromSeconds(15);
    static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(5);

    public static async Task<LoadResult> Run(LoadJob job)
    {
        var (clock, log) = (new LoadClock(job), new EditLog());
        var viewers = await Connect(job, job.ViewUrls, job.Viewers, async (client, list, _) =>
        {
            var viewer = new EditViewer(client, clock, log, list, job.Target == LoadTarget.Product);
            await client.Open(job.Lists[list].ListId);
            return viewer;
        });
        var writers = await Connect(job, [], job.Writers, (client, list, n) => Task.FromResult(
            new EditWriter(client, clock, log, job.Lists[list].ListId, TaskOf(job, list, n), (short)list, job.Rate is null)));
        try
        {
            clock.Begin();
            await using var pings = new Timer(_ => Array.ForEach(viewers, viewer => viewer.KeepAlive()), null, KeepAlive, KeepAlive);
            if (job.Rate is { } rate) await Task.WhenAll(writers.Select(writer => Steady(writer, rate, clock)));
            else Array.ForEach(writers, writer => writer.Send());
            var cpu = await clock.Cpu;
            var arrived = await Arrived(writers, viewers, job.Viewers);
            return (await Sum(job, clock, log, writers, viewers, arrived)) with { Cpu = cpu };
        }
        finally
        {
            Array.ForEach(writers, writer => writer.Dispose());
            Array.ForEach(viewers, viewer => viewer.Dispose());
        }
    }

    static Guid TaskOf(LoadJob job, int list, int n) => job.Lists[list].TaskIds[job.OneTask ? 0 : n % job.Lists[list].TaskIds.Length];

    static async Task<T[]> Connect<T>(LoadJob job, string[] urls, int perList, Func<BoardClient, int, int, Task<T>> use)
    {
        var made = new T[job.Lists.Length * perList];
        await Parallel.ForAsync(0, made.Length, new ParallelOptions { MaxDegreeOfParallelism = ConnectsAtOnce }, async (i, _) =>
        {
            var list = i / perList;
            var url = urls.Length == 0 ? job.Url : urls[i % urls.Length];
            var client = await BoardClient.Connect(job.Target, url, job.Lists[list].Token);
            made[i] = await use(client, list, i % perList);
        });
        return made;
    }

    public static async Task Steady(EditWriter writer, double rate, LoadClock clock)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1 / rate));
        while (Stopwatch.GetTimestamp() < clock.End && await timer.WaitForNextTickAsync()) writer.Send();
    }

    /// <summary>Waits until every edit is answered and every viewer has seen what was accepted; false when that does not happen.</summary>
    static async Task<bool> Arrived(EditWriter[] writers, EditViewer[] viewers, int viewersPerList)
    {
        var limit = DateTime.UtcNow + Settle;
        while (DateTime.UtcNow < limit)
        {
            var answered = Array.TrueForAll(writers, writer => writer.Unanswered == 0);
            if (answered && viewers.Sum(viewer => viewer.Seen) >= writers.Sum(writer => writer.Accepted) * viewersPerList) return true;
            await Task.Delay(20);
        }

        return false;
    }

    static async Task<LoadResult> Sum(LoadJob job, LoadClock clock, EditLog log, EditWriter[] writers, EditViewer[] viewers, bool arrived)
    {
        List<string> faults = [];
        var accepted = writers.Sum(writer => writer.Accepted);
        var seen = viewers.Sum(viewer => viewer.Seen);
        if (!arrived) faults.Add($"{writers.Sum(writer => writer.Unanswered)} edits unanswered, {seen} of {accepted * job.Viewers} deliveries.");
        if (writers.Sum(writer => writer.Refused) is > 0 and var refused) faults.Add($"{refused} edits refused or undecided.");
        if (viewers.Sum(viewer => viewer.Gaps) is > 0 and var gaps) faults.Add($"{gaps} gaps in what viewers saw.");
        var readBack = job.Target == LoadTarget.Product ? await ReadBack.Run(job, log) : accepted;
        if (readBack != accepted) faults.Add($"{accepted - readBack} accepted edits are not in the log as they were accepted.");
        return new LoadResult
        {
            EditsPerSecond = writers.Sum(writer => writer.Measured) / clock.Seconds,
            Answer = Latencies.Of(writers.Select(writer => writer.Answers)),
            See = Latencies.Of(viewers.Select(viewer => viewer.Sees)),
            Accepted = accepted,
            ReadBack = readBack,
            Deliveries = seen,
            Seconds = clock.Seconds,
            Faults = [.. faults],
        };
    }
}
