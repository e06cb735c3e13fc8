using System.Diagnostics;
using System.Net.Http.Headers;
using TaskList.LoadGenerator;

namespace TaskList.Bench;

/// <summary>W6: a list of 20,000 tasks wakes from a snapshot and a tail of 1,000 changes; a client that missed 1,000 changes catches up; memory a task.</summary>
static class ColdLists
{
    const string Id = "W6";
    const int Tasks = 20_000;
    const int Tail = 1_000;

    public const string ColdName = "first GET of a cold list, 20,000 tasks + 1,000 changes";
    public const string WarmName = "the same GET again";
    public const string CatchUpName = "1,000 missed changes";
    public const string MemoryName = "memory a task, 20,000 tasks";

    public static async Task Run(Stage stage, Report report, BenchOptions options)
    {
        var list = (await new BoardMaker(stage).Make(1, Tasks))[0];
        for (var round = 0; round < options.Rounds; round++)
        {
            // An orderly stop stores a snapshot at the head; SIGKILL after the tail leaves the tail to be replayed.
            await stage.Product.StopAsync();
            await stage.Product.StartAsync();
            await WriteTail(stage, list);
            await stage.Product.KillAsync();
            await stage.Product.StartAsync();
            using var http = new HttpClient { BaseAddress = new Uri(stage.Product.Url) };
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", list.Token);
            http.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br, gzip");

            // A list of one task, so that code and connections are warm and the big list alone is cold.
            var small = (await new BoardMaker(stage).Make(1, 1))[0];
            using var other = new HttpRequestMessage(HttpMethod.Get, $"/api/lists/{small.ListId}");
            other.Headers.Authorization = new AuthenticationHeaderValue("Bearer", small.Token);
            using (await http.SendAsync(other)) { }

            var path = $"/api/lists/{list.ListId}";
            await report.Measure(Id, ColdName, Contestants.Product, () => Timed(http, path));
            await report.Measure(Id, WarmName, Contestants.Product, () => Timed(http, path));
            var head = await Head(http, path);
            for (var i = 0; i < 3; i++) await CatchUp(http, path, head);
            await report.Measure(Id, CatchUpName, Contestants.Product, () => CatchUp(http, path, head));
            await report.Measure(Id, MemoryName, Contestants.InProcess, () => stage.Run(Contestants.InProcess, new LoadJob { Shape = LoadShape.Loads, Writers = Tasks }));
        }
    }

    static async Task WriteTail(Stage stage, LoadList list)
    {
        using var http = new HttpClient { BaseAddress = new Uri(stage.Product.Url) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", list.Token);
        for (var sent = 0; sent < Tail; sent += 500) await BoardMaker.Edit(http, list, sent, 500);
    }

    static async Task<LoadResult> Timed(HttpClient http, string path)
    {
        var sent = Stopwatch.GetTimestamp();
        var bytes = (await http.GetByteArrayAsync(new Uri(path, UriKind.Relative))).Length;
        return Took(sent, bytes);
    }

    static async Task<LoadResult> CatchUp(HttpClient http, string path, long head)
    {
        var (sent, bytes) = (Stopwatch.GetTimestamp(), 0);
        for (var after = head - Tail; after < head; after += 500)
            bytes += (await http.GetByteArrayAsync(new Uri($"{path}/changes?after={after}&limit=500", UriKind.Relative))).Length;
        return Took(sent, bytes);
    }

    static async Task<long> Head(HttpClient http, string path)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        return long.Parse(answer.Headers.ETag!.Tag.Trim('"').Split('.')[1], System.Globalization.CultureInfo.InvariantCulture);
    }

    static LoadResult Took(long sent, long bytes)
    {
        var ms = Stopwatch.GetElapsedTime(sent).TotalMilliseconds;
        return new LoadResult { Answer = new LatencyRow(ms, ms, ms, ms, 1), Bytes = bytes };
    }
}
