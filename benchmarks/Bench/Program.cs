using TaskList.Bench;
using TaskList.LocalServices;

var (options, fault) = BenchOptions.Parse(args);
if (options is null)
{
    Console.Error.WriteLine($"{fault} {BenchOptions.Usage}");
    return 2;
}

try
{
    var report = new Report(options);
    await using (var stage = await Stage.Set(options))
    {
        foreach (var workload in options.Workloads)
        {
            await (workload switch
            {
                "W1" => OneWriter.Run(stage, report, options),
                "W2" => ManyWriters.Run(stage, report, options),
                "W3" => ManyViewers.Run(stage, report, options),
                "W4" => BigLists.Run(stage, report, options),
                "W5" => IdleConnections.Run(stage, report, options),
                "W7" => Storm.Run(stage, report, options),
                _ => ColdLists.Run(stage, report, options),
            });
        }
    }

    report.Finish();
    return report.Faults.Count == 0 ? 0 : 1;
}
catch (LocalServiceException refused)
{
    Console.Error.WriteLine(refused.Message);
    return 2;
}
