using TaskList.LoadGenerator;

namespace TaskList.Bench;

/// <summary>W3: one list with 500 and 1,000 viewers at 10 edits a second, with 5,000 at one.</summary>
static class ManyViewers
{
    const string Id = "W3";

    static readonly (int Viewers, double Rate)[] Crowds = [(500, 10), (1_000, 10), (5_000, 1)];

    public static async Task Run(Stage stage, Report report, BenchOptions options)
    {
        var lists = await new BoardMaker(stage).Make(1, 100);
        var job = new LoadJob { Shape = LoadShape.Edits, Lists = lists, WarmUpMs = options.WarmUpMs, MeasureMs = options.MeasureMs * 2 };
        for (var round = 0; round < options.Rounds; round++)
        {
            foreach (var (viewers, rate) in Crowds)
            {
                foreach (var contestant in stage.OverSockets())
                    await report.Measure(Id, Name(viewers, rate), contestant, () => stage.Run(contestant, job with { Viewers = viewers, Rate = rate }));
            }
        }
    }

    public static string Name(int viewers, double rate) => $"{viewers} viewers, {rate} a second";
}
