using TaskList.ServiceDefaults;
using TaskList.Standalone;

if (await ProbeCommand.RunAsync(args) is { } exitCode) return exitCode;

var app = StandaloneHost.Build(args);
await app.RunAsync();
return 0;
