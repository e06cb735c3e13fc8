using TaskList.LoadGenerator;

namespace TaskList.Bench;

/// <summary>W1: one writer on a list of 100 tasks, with the next edit on the answer and at a steady 20 a second; 1, 50 and 200 viewers.</summary>
static class OneWriter
{
    const string Id = "W1";

    static readonly int[] Viewers = [1, 50, 200];

    public static async Task Run(Stage stage, Report report, BenchOptions options)
    {
        var lists = await new BoardMaker(stage).Make(1, 100);
        var job = new LoadJob { Shape = LoadShape.Edits, Lists = lists, WarmUpMs = options.WarmUpMs, MeasureMs = options.MeasureMs };
        for (var round = 0; round < options.Rounds; round++)
        {
            await report.MeasureWarm(Id, Name(1, null), Contestants.Commit, () => stage.Run(Contestants.Commit, job with { Shape = LoadShape.Commits }));
            foreach (var viewers in Viewers)
            {
                foreach (var rate in (double?[])[null, 20])
                {
                    foreach (var contestant in stage.OverSockets())
                        await report.MeasureWarm(Id, Name(viewers, rate), contestant, () => stage.Run(contestant, job with { Viewers = viewers, Rate = rate }));
                }
            }
        }
    }

    public static string Name(int viewers, double? rate) => $"{viewers} viewers, {(rate is null ? "next on answer" : $"{rate} a second")}";
}
