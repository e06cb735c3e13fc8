using TaskList.ServiceDefaults;
using TaskList.Silo.Operations;
using TaskList.Standalone;

if (await ProbeCommand.RunAsync(args) is { } exitCode) return exitCode;
if (await LogCommand.RunAsync(args, new ConfigurationBuilder().AddEnvironmentVariables().Build(), Console.Out) is { } found) return found;

var app = StandaloneHost.Build(args);
await app.RunAsync();
return 0;
