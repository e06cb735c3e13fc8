using System.Diagnostics;
using System.Net.Http.Headers;

namespace TaskList.LoadGenerator;

/// <summary>Loads a whole board again and again, one load at a time: by GET from the product, by opening it from Socket.IO.</summary>
static class BoardLoads
{
    public static async Task<LoadResult> Run(LoadJob job)
    {
        var clock = new LoadClock(job);
        var (loads, bytes, list) = (new Latencies(), 0L, job.Lists[0]);
        using var http = new HttpClient { BaseAddress = new Uri(job.Url) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", list.Token);
        http.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br, gzip");
        using var client = job.Target == LoadTarget.SocketIo ? await BoardClient.Connect(job.Target, job.Url, null) : null;
        clock.Begin();
        while (Stopwatch.GetTimestamp() < clock.End)
        {
            var sent = Stopwatch.GetTimestamp();
            bytes = client is null
                ? (await http.GetByteArrayAsync(new Uri($"/api/lists/{list.ListId}", UriKind.Relative))).Length
                : (await client.Open(list.ListId)).Length;
            if (clock.Measures(sent)) loads.Add(sent, Stopwatch.GetTimestamp());
        }

        return new LoadResult { Answer = Latencies.Of([loads]), Bytes = bytes, Seconds = clock.Seconds, Cpu = await clock.Cpu };
    }
}
