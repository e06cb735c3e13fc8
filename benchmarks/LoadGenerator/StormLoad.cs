using System.Diagnostics;
using System.Net.Sockets;

namespace TaskList.LoadGenerator;

/// <summary>A crowd that has lists open is cut off at once and comes back at once, while somebody who stayed goes on editing, from a process of their own.</summary>
static class StormLoad
{
    const int ConnectsAtOnce = 64;

    static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(5);

    /// <summary>For the other process to connect; its measuring begins a little before the cut.</summary>
    static readonly TimeSpan Head = TimeSpan.FromMilliseconds(200);

    public static async Task<LoadResult> Run(LoadJob job)
    {
        var crowd = job.Lists.SelectMany(list => Enumerable.Range(0, job.Viewers).Select(_ => new StormBrowser(job, list))).ToArray();
        try
        {
            await Parallel.ForEachAsync(crowd, new ParallelOptions { MaxDegreeOfParallelism = ConnectsAtOnce }, async (browser, _) => await browser.Come());
            await using var pings = new Timer(_ => Array.ForEach(crowd, browser => browser.KeepAlive()), null, KeepAlive, KeepAlive);
            var stayer = job with { Shape = LoadShape.Edits, Lists = [job.Lists[0]], Viewers = 0, Processes = [] };

            // What has been compiled by then is no part of what is measured.
            await OtherGenerator.Run(stayer with { MeasureMs = job.WarmUpMs });
            var before = await ClientReads.Of(job);
            var staying = OtherGenerator.Run(stayer);
            await Task.Delay(TimeSpan.FromMilliseconds(job.WarmUpMs) + Head);
            var meter = CpuMeter.Start(job.Processes);
            var backs = job.Lost ? await ComeBack(crowd) : [];
            var stayed = await staying;
            return stayed with
            {
                See = Latencies.Of(backs),
                LogReads = await ClientReads.Of(job) - before,
                Cpu = meter.Stop(),
                Faults = [.. stayed.Faults, .. Faults(crowd)],
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

    static IEnumerable<string> Faults(StormBrowser[] crowd)
    {
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
            try
            {
                if (IsHere) _client!.KeepAlive();
            }
            catch (Exception cut) when (cut is SocketException or ObjectDisposedException)
            {
                // It has just been lost.
            }
        }

        public void Dispose() => _client?.Dispose();
    }
}
