using TaskList.Faults;
using TaskList.LocalServices;

if (args is ["scale"]) return await ScaleRun.Run() ? 0 : 1;

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
    Console.WriteLine(report.Text());
    foreach (var line in stage.Detections.Lines()) Console.WriteLine(line);
    report.Save(Path.Combine(RepositoryRoot.Path, "benchmarks", "results"));
    if (options.Histories is { } folder) stage.KeepLogs(folder);
    return report.IsGood ? 0 : 1;
}
catch (LocalServiceException refused)
{
    Console.Error.WriteLine(refused.Message);
    return 2;
}
