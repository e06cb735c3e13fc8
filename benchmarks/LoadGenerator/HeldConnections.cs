using System.Globalization;

namespace TaskList.LoadGenerator;

/// <summary>Connections that have a list open and do nothing; how much memory the server has meanwhile.</summary>
static class HeldConnections
{
    const int ConnectsAtOnce = 64;

    public static async Task<LoadResult> Run(LoadJob job)
    {
        var clients = new BoardClient[job.Lists.Length * job.Viewers];
        await Parallel.ForAsync(0, clients.Length, new ParallelOptions { MaxDegreeOfParallelism = ConnectsAtOnce }, async (i, _) =>
        {
            var list = job.Lists[i % job.Lists.Length];
            clients[i] = await BoardClient.Connect(job.Target, job.Url, list.Token);
            await clients[i].Open(list.ListId);
        });
        try
        {
            // Long enough for the server to let go of what connecting has cost.
            await Task.Delay(job.MeasureMs);
            var cut = clients.Count(client => client.Ended.IsCompleted);
            return new LoadResult { Bytes = Resident(job.Processes["server"]), Faults = cut == 0 ? [] : [$"{cut} of {clients.Length} connections were cut."] };
        }
        finally
        {
            Array.ForEach(clients, client => client.Dispose());
        }
    }

    static long Resident(int pid)
    {
        var line = File.ReadLines($"/proc/{pid}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1_024;
    }
}
