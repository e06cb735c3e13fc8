using System.Diagnostics;
using System.Net.Sockets;

namespace TaskList.LoadGenerator;

/// <summary>A crowd that has lists open is cut off at once and comes back at once, while somebody who stayed goes on editing.</summary>
static class StormLoad
{
    const int ConnectsAtOnce = 64;

    /// <summary>For the last answers.</summary>
    static readonly TimeSpan Settle = TimeSpan.FromSeconds(15);

    static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(5);

    public static async Task<LoadResult> Run(LoadJob job)
    {
        var (clock, log) = (new LoadClock(job), new EditLog());
        var crowd = job.Lists.SelectMany(list => Enumerable.Range(0, job.Viewers).Select(_ => new StormBrowser(job, list))).ToArray();
        try
        {
            await Parallel.ForEachAsync(crowd, new ParallelOptions { MaxDegreeOfParallelism = ConnectsAtOnce }, async (browser, _) => await browser.Come());
            using var client = await BoardClient.Connect(job.Target, job.Url, job.Lists[0].Token);
            using var writer = new EditWriter(client, clock, log, job.Lists[0].ListId, job.Lists[0].TaskIds[0], 0, again: false);
            await using var pings = new Timer(_ => Array.ForEach(crowd, browser => browser.KeepAlive()), null, KeepAlive, KeepAlive);
            clock.Begin();
            var writing = EditLoad.Steady(writer, job.Rate!.Value, clock);
            await Task.Delay(job.WarmUpMs);
            var before = await ClientReads.Of(job);
            var backs = job.Lost ? await ComeBack(crowd) : [];
            await writing;
            for (var limit = DateTime.UtcNow + Settle; writer.Unanswered > 0 && DateTime.UtcNow < limit;) await Task.Delay(20);
            return new LoadResult
            {
                EditsPerSecond = writer.Measured / clock.Seconds,
                Answer = Latencies.Of([writer.Answers]),
                See = Latencies.Of(backs),
                Accepted = writer.Accepted,
                ReadBack = job.Target == LoadTarget.Product ? await ReadBack.Run(job, log) : writer.Accepted,
                LogReads = await ClientReads.Of(job) - before,
                Seconds = clock.Seconds,
                Cpu = await clock.Cpu,
                Faults = [.. Faults(writer, crowd)],
            };
        }
        finally
        {
            Array.ForEach(crowd, browser => browser.Dispose());
        }
    }

    static async Task<Latencies[]> ComeBack(StormBrowser[] crowd)
    {
        Array.ForEach(crowd, browser => browser.Dispose());
        var lost = Stopwatch.GetTimestamp();
        return await Task.WhenAll(crowd.Select(async browser =>
        {
            await browser.Come();
            var back = new Latencies();
            back.Add(lost, Stopwatch.GetTimestamp());
            return back;
        }));
    }

    static IEnumerable<string> Faults(EditWriter writer, StormBrowser[] crowd)
    {
        if (writer.Unanswered > 0 || writer.Refused > 0) yield return $"{writer.Unanswered} edits unanswered, {writer.Refused} refused.";
        if (crowd.Count(browser => !browser.IsHere) is > 0 and var away) yield return $"{away} of {crowd.Length} connections are away.";
    }

    sealed class StormBrowser(LoadJob job, LoadList list) : IDisposable
    {
        static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

        BoardClient? _client;
        byte[]? _opened;

        public bool IsHere => _client is { Ended.IsCompleted: false };

        /// <summary>Connects and opens its list from where it stood, and tries again where that fails.</summary>
        public async Task Come()
        {
            var began = Stopwatch.GetTimestamp();
            while (true)
            {
                try
                {
                    _client = await BoardClient.Connect(job.Target, job.Url, list.Token);
                    _opened = await _client.Reopen(list.ListId, _opened);
                    return;
                }
                catch (Exception away) when (away is SocketException or IOException or TimeoutException && Stopwatch.GetElapsedTime(began) < Patience)
                {
                    _client?.Dispose();
                    await Task.Delay(Random.Shared.Next(50, 500));
                }
            }
        }

        public void KeepAlive()
        {
            if (IsHere) _client!.KeepAlive();
        }

        public void Dispose() => _client?.Dispose();
    }
}
