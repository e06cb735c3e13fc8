using System.Text.Json;
using TaskList.InProcess;
using TaskList.LoadGenerator;
using TaskList.Standalone;

// Standard output is for results alone; what the host has to say goes beside it.
var results = Console.Out;
Console.SetOut(Console.Error);
await using var app = StandaloneHost.Build(args);
await app.StartAsync();
var load = new GrainLoad(app.Services.GetRequiredService<IGrainFactory>());
await results.WriteLineAsync("ready");
while (await Console.In.ReadLineAsync() is { } line)
{
    var job = JsonSerializer.Deserialize<LoadJob>(line, LoadJson.Options)!;
    var result = job.Shape == LoadShape.Loads ? await load.Weigh(job.Writers) : await load.Run(job);
    await results.WriteLineAsync(JsonSerializer.Serialize(result, LoadJson.Options));
}

await app.StopAsync();
