using TaskList.RawSignalR;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services.AddSingleton<EchoLists>();
builder.Services.AddSignalR();

var app = builder.Build();
app.MapGet("/health/ready", () => Results.Ok());
app.MapHub<EchoHub>("/hubs/board");
await app.RunAsync();
