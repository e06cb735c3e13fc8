using TaskList.Gateway;
using TaskList.ServiceDefaults;

if (await ProbeCommand.RunAsync(args) is { } exitCode) return exitCode;

var app = GatewayHost.Build(args);
await app.RunAsync();
return 0;
