using TaskList.LoadGenerator;

namespace TaskList.Bench;

/// <summary>W5: resident memory of a fresh process, idle and with 1,000 and 10,000 idle connections, each with one of a hundred lists open.</summary>
static class IdleConnections
{
    const string Id = "W5";
    const int Lists = 100;

    static readonly int[] Connections = [0, 1_000, 10_000];

    public static async Task Run(Stage stage, Report report, BenchOptions options)
    {
        var lists = await new BoardMaker(stage).Make(Lists, 2);
        for (var round = 0; round < options.Rounds; round++)
        {
            await stage.Product.StopAsync();
            await stage.Product.StartAsync();
            await using var raw = await stage.StartRaw();
            await using var socketIo = options.Peers ? await stage.StartSocketIo() : null;
            foreach (var connections in Connections)
            {
                var job = new LoadJob { Shape = LoadShape.Hold, Lists = lists, Viewers = connections / Lists, MeasureMs = options.MeasureMs };
                await report.Measure(Id, Name(connections), Contestants.Product, () => stage.Hold(job, stage.Product.Url, stage.Product.Process!.Pid, LoadTarget.Product));
                await report.Measure(Id, Name(connections), Contestants.Raw, () => stage.Hold(job, raw.Url, raw.Pid, LoadTarget.Raw));
                if (socketIo is not null)
                    await report.Measure(Id, Name(connections), Contestants.SocketIoMemory, () => stage.Hold(job, socketIo.Url, socketIo.Pid, LoadTarget.SocketIo));
            }
        }
    }

    public static string Name(int connections) => $"{connections} idle connections";
}
