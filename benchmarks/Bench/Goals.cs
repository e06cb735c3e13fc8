using TaskList.LoadGenerator;
using static TaskList.Bench.Contestants;

namespace TaskList.Bench;

/// <summary>A ratio that this project has set itself.</summary>
sealed record Goal(string Name, double Ratio, string Wanted, bool Met);

/// <summary>What the measured rows say about the goals. A goal whose rows were not measured is left out.</summary>
static class Goals
{
    static readonly Func<LoadResult, double?> Rate = result => result.EditsPerSecond;
    static readonly Func<LoadResult, double?> P50 = result => result.Answer?.P50;
    static readonly Func<LoadResult, double?> P99 = result => result.Answer?.P99;
    static readonly Func<LoadResult, double?> Bytes = result => result.Bytes;

    public static List<Goal> Of(Report report)
    {
        List<Goal> goals = [];
        var alone = OneWriter.Name(1, null);
        AtMost("G1 ack p50, 1 writer, to the bare commit", 2, Figure(Product, alone, P50), Figure(Commit, alone, P50));
        AtMost("G1 ack p50, 1 writer, to Socket.IO + UPDATE", 1, Figure(Product, alone, P50), Figure(SocketIoUpdate, alone, P50));
        AtMost("G1 ack p99/p50, 1 writer, to that of Socket.IO + UPDATE", 1, Figure(Product, alone, P99) / Figure(Product, alone, P50), Figure(SocketIoUpdate, alone, P99) / Figure(SocketIoUpdate, alone, P50));
        foreach (var viewers in (int[])[50, 200])
        {
            var name = OneWriter.Name(viewers, null);
            AtMost($"G1 ack p50 with {viewers} viewers, to Socket.IO + UPDATE", 1.9, Figure(Product, name, P50), Figure(SocketIoUpdate, name, P50));
        }

        var hot = ManyWriters.HotName(32);
        var floor = Figure(Commit, ManyWriters.CommitName(32), Rate);
        AtLeast("G2 32 writers on one list, to Socket.IO + UPDATE", 3, Figure(Product, hot, Rate), Figure(SocketIoUpdate, hot, Rate));
        AtLeast("G2 32 writers on one list, to raw SignalR", 0.7, Figure(Product, hot, Rate), Figure(Raw, hot, Rate));
        AtLeast("G2 aim: 32 writers on one list, to Socket.IO in memory", 1, Figure(Product, hot, Rate), Figure(SocketIoMemory, hot, Rate));
        AtLeast("G2 in process: 32 writers on one list, to the bare commit", 1, Figure(InProcess, hot, Rate), floor);
        AtLeast("G2 in process: 256 writers on one list, to the bare commit", 4, Figure(InProcess, ManyWriters.HotName(256), Rate), floor);
        AtLeast("G3 32 lists, to Socket.IO + UPDATE", 2.5, Figure(Product, ManyWriters.ManyName(32), Rate), Figure(SocketIoUpdate, ManyWriters.ManyName(32), Rate));
        foreach (var lists in (int[])[256, 1_024])
        {
            var name = ManyWriters.ManyName(lists);
            AtLeast($"G3 in process: {lists} lists, to the bare commit", 2, Figure(InProcess, name, Rate), floor);
            AtMost($"G3 in process: {lists} lists, ack p99 to p50", 4, Figure(InProcess, name, P99), Figure(InProcess, name, P50));
        }

        var wide = OneWriter.Name(50, 20);
        AtMost("G4 send to see p50 with 50 viewers, ms beyond the ack", 1, Figure(Product, wide, result => result.See?.P50) - Figure(Product, wide, P50), 1);
        AtMost("G4 send to see p99 with 200 viewers, to raw + bare commit", 1.5, Figure(Product, OneWriter.Name(200, 20), SeeP99), Figure(Raw, OneWriter.Name(200, 20), SeeP99) + Figure(Commit, alone, P50));
        AtMost("G5 ack p50 with 20,000 tasks, to that with 100", 1.1, Figure(Product, BigLists.EditName(20_000), P50), Figure(Product, BigLists.EditName(100), P50));
        var crowd = ManyViewers.Name(1_000, 10);
        AtMost("G7 CPU a delivery with 1,000 viewers, to raw SignalR", 1.1, Figure(Product, crowd, Figures.PerDelivery("product")), Figure(Raw, crowd, Figures.PerDelivery("raw")));
        AtMost("G7 aim: the same, to Socket.IO in memory", 1, Figure(Product, crowd, Figures.PerDelivery("product")), Figure(SocketIoMemory, crowd, Figures.PerDelivery("socketIoMemory")));
        AtMost("G7 send to see p99 with 1,000 viewers, to raw SignalR", 1.2, Figure(Product, crowd, SeeP99), Figure(Raw, crowd, SeeP99));

        AtMost("G8 idle memory, MiB", 250, Figure(Product, IdleConnections.Name(0), Bytes), 1 << 20);
        AtMost("G8 memory a connection of 10,000, to raw SignalR", 1.2, PerConnection(Product), PerConnection(Raw));
        AtMost("G8 aim: the same, to Socket.IO in memory", 1, PerConnection(Product), PerConnection(SocketIoMemory));
        AtMost("G8 seconds until 99 % of 5,000 are live again", 30, Figure(Product, Storm.LostName, SeeP99), 1_000);
        AtMost("G8 reads of the log a list, when 5,000 come back", 1, Figure(Product, Storm.LostName, result => result.LogReads), Storm.Lists);
        AtMost("G6 load of 2,000 tasks, to Socket.IO in memory", 0.5, Figure(Product, BigLists.LoadName(2_000), P50), Figure(SocketIoMemory, BigLists.LoadName(2_000), P50));
        AtMost("G6 compressed bytes a task of 20,000", 60, Figure(Product, BigLists.LoadName(20_000), Bytes), 20_000);
        AtMost("G6 cold list of 20,000 tasks to its first snapshot, ms", 400, Figure(Product, ColdLists.ColdName, P50), 1);
        AtMost("G6 1,000 missed changes, ms", 50, Figure(Product, ColdLists.CatchUpName, P50), 1);
        AtMost("G6 memory a task, bytes", 2_048, Figure(InProcess, ColdLists.MemoryName, Bytes), 1);
        return goals;

        double? PerConnection(string contestant) =>
            (Figure(contestant, IdleConnections.Name(10_000), Bytes) - Figure(contestant, IdleConnections.Name(0), Bytes)) / 10_000;

        double? Figure(string contestant, string name, Func<LoadResult, double?> figure) =>
            report.Rows.FirstOrDefault(row => row.Contestant == contestant && row.Name == name)?.Of(figure)?.Median;

        void AtMost(string name, double wanted, double? figure, double? of)
        {
            if (figure / of is { } ratio) goals.Add(new Goal(name, ratio, $"at most {wanted}", ratio <= wanted));
        }

        void AtLeast(string name, double wanted, double? figure, double? of)
        {
            if (figure / of is { } ratio) goals.Add(new Goal(name, ratio, $"at least {wanted}", ratio >= wanted));
        }
    }

    static double? SeeP99(LoadResult result) => result.See?.P99;
}
