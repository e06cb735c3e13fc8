using TaskList.LoadGenerator;

namespace TaskList.Bench;

/// <summary>W7: 5,000 connections with one of a hundred lists open are lost at once and come back, while a writer who stayed goes on; and the same with nobody lost.</summary>
static class Storm
{
    const string Id = "W7";

    public const int Lists = 100;
    public const string LostName = "5000 lost and back";
    public const string QuietName = "5000 who stay";

    const int ViewersPerList = 50;
    const double Rate = 20;

    public static async Task Run(Stage stage, Report report, BenchOptions options)
    {
        var lists = await new BoardMaker(stage).Make(Lists, 2);
        var job = new LoadJob { Shape = LoadShape.Storm, Lists = lists, Viewers = ViewersPerList, Rate = Rate, WarmUpMs = options.WarmUpMs, MeasureMs = options.MeasureMs * 2 };
        for (var round = 0; round < options.Rounds; round++)
        {
            foreach (var contestant in stage.OverSockets())
            {
                await report.Measure(Id, QuietName, contestant, () => stage.Run(contestant, job));
                await report.Measure(Id, LostName, contestant, () => stage.Run(contestant, job with { Lost = true }));
            }
        }
    }
}
