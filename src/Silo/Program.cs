using TaskList.ServiceDefaults;
using TaskList.Silo;

if (await ProbeCommand.RunAsync(args) is { } exitCode) return exitCode;

var app = SiloHost.Build(args);
await app.RunAsync();
return 0;
