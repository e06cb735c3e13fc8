using TaskList.LoadGenerator;

namespace TaskList.Bench;

/// <summary>W4: an edit's answer, and a load of the whole list, at 100, 2,000 and 20,000 tasks.</summary>
static class BigLists
{
    const string Id = "W4";

    static readonly int[] Sizes = [100, 2_000, 20_000];

    public static async Task Run(Stage stage, Report report, BenchOptions options)
    {
        var maker = new BoardMaker(stage);
        Dictionary<int, LoadList[]> lists = [];
        foreach (var size in Sizes) lists[size] = await maker.Make(1, size);
        for (var round = 0; round < options.Rounds; round++)
        {
            foreach (var size in Sizes)
            {
                var job = new LoadJob { Shape = LoadShape.Edits, Lists = lists[size], WarmUpMs = options.WarmUpMs, MeasureMs = options.MeasureMs };
                foreach (var contestant in stage.OverSockets().Where(contestant => contestant != Contestants.Raw))
                {
                    await report.MeasureWarm(Id, EditName(size), contestant, () => stage.Run(contestant, job));
                    await report.MeasureWarm(Id, LoadName(size), contestant, () => stage.Run(contestant, job with { Shape = LoadShape.Loads }));
                }
            }
        }
    }

    public static string EditName(int tasks) => $"{tasks} tasks, edit";

    public static string LoadName(int tasks) => $"{tasks} tasks, load";
}
