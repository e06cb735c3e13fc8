using TaskList.Launcher;
using TaskList.LocalServices;

var (options, fault) = LaunchOptions.Parse(args);
if (options is null)
{
    Console.Error.WriteLine($"{fault} {LaunchOptions.Usage}");
    return ExitCodes.Refused;
}

using var stop = new StopSignal();
try
{
    using var data = DataFolder.Open(options.Data);
    await Leftovers.ClearAsync(data.ProcessList);
    PortCheck.Require(options.Port, Math.Max(1, options.Gateways));
    Terminal.Say($"Data and logs: {data.Path}");
    if (options.LimitsOff)
        Terminal.Say("Limits are off: for load tests on this machine only.");
    return options.IsCluster
        ? await new ClusterRun(options, data).RunAsync(stop.Token)
        : await new SingleRun(options, data).RunAsync(stop.Token);
}
catch (LocalServiceException refused)
{
    Console.Error.WriteLine(refused.Message);
    return ExitCodes.Refused;
}
catch (OperationCanceledException) when (stop.Token.IsCancellationRequested)
{
    // Ctrl+C while still starting: what had started is stopped by now.
    return ExitCodes.Stopped;
}
