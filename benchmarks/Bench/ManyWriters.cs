using TaskList.LoadGenerator;

namespace TaskList.Bench;

/// <summary>W2: many writers, each with the next edit on the answer: on one list, on a list each, on one task. One viewer a list; writers do not open it.</summary>
static class ManyWriters
{
    const string Id = "W2";

    static readonly int[] Connections = [1, 8, 32, 100];
    static readonly int[] OnOneList = [8, 32, 256];
    static readonly int[] ListsOfTheirOwn = [32, 256, 1_024];

    public static async Task Run(Stage stage, Report report, BenchOptions options)
    {
        var maker = new BoardMaker(stage);
        var hot = await maker.Make(1, 256);
        var many = await maker.Make(ListsOfTheirOwn[^1], 2);
        var job = new LoadJob { Shape = LoadShape.Edits, Viewers = 1, WarmUpMs = options.WarmUpMs, MeasureMs = options.MeasureMs };
        for (var round = 0; round < options.Rounds; round++)
        {
            foreach (var connections in Connections)
                await Measure(Contestants.Commit, CommitName(connections), job with { Shape = LoadShape.Commits, Writers = connections });
            foreach (var writers in OnOneList)
                await All(HotName(writers), job with { Lists = hot, Writers = writers });
            foreach (var lists in ListsOfTheirOwn)
                await All(ManyName(lists), job with { Lists = many[..lists] });
            await All("8 writers, one task", job with { Lists = hot, Writers = 8, OneTask = true });
            await Inside(job);
        }

        async Task All(string name, LoadJob work)
        {
            foreach (var contestant in stage.OverSockets()) await Measure(contestant, name, work);
        }

        async Task Inside(LoadJob work)
        {
            foreach (var writers in OnOneList.Prepend(1)) await Measure(Contestants.InProcess, HotName(writers), work with { Lists = [NewList(256)], Writers = writers });
            foreach (var lists in ListsOfTheirOwn) await Measure(Contestants.InProcess, ManyName(lists), work with { Lists = [.. Enumerable.Range(0, lists).Select(_ => NewList(2))] });
        }

        Task Measure(string contestant, string name, LoadJob work) => report.MeasureWarm(Id, name, contestant, () => stage.Run(contestant, work));
    }

    public static string CommitName(int connections) => $"{connections} connections";

    public static string HotName(int writers) => $"{writers} writers, one list";

    public static string ManyName(int lists) => $"{lists} writers, {lists} lists";

    static LoadList NewList(int tasks) => new(Guid.NewGuid(), [.. Enumerable.Range(0, tasks).Select(_ => Guid.CreateVersion7())], null);
}
