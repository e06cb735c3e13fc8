using TaskList.Faults;
using TaskList.LocalServices;

if (args is ["scale"]) return await ScaleRun.Run() ? 0 : 1;

if (args is ["--pool", .. { Length: > 0 } files])
{
    var pooled = FaultSummary.Pool([.. files.Select(FaultSummary.Read)]);
    Console.WriteLine(pooled.Text());
    return pooled.IsGood ? 0 : 1;
}

var (options, fault) = FaultOptions.Parse(args);
if (options is null)
{
    Console.Error.WriteLine($"{fault} {FaultOptions.Usage}");
    return 2;
}

try
{
    await using var stage = await FaultStage.Set(options);
    var report = await new FaultRun(stage, options, Console.WriteLine).Run();
    var summary = report.Summary(stage);
    Console.WriteLine(summary.Text());
    Console.WriteLine(report.Waits());
    report.Save(Path.Combine(RepositoryRoot.Path, "benchmarks", "results"), summary);
    if (options.Histories is { } folder) stage.KeepLogs(folder);
    return summary.IsGood ? 0 : 1;
}
catch (LocalServiceException refused)
{
    Console.Error.WriteLine(refused.Message);
    return 2;
}
