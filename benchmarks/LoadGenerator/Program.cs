using System.Text.Json;
using TaskList.LoadGenerator;

// One process for all jobs of a run, so that every row meets code that is already compiled.
while (await Console.In.ReadLineAsync() is { } line)
{
    try
    {
        var job = JsonSerializer.Deserialize<LoadJob>(line, LoadJson.Options)!;
        LoadJson.Say(job.Shape switch
        {
            LoadShape.Edits => await EditLoad.Run(job),
            LoadShape.Commits => await CommitLoad.Run(job),
            LoadShape.Loads => await BoardLoads.Run(job),
            LoadShape.Storm => await StormLoad.Run(job),
            LoadShape.Hold => await HeldConnections.Run(job),
            var shape => throw new InvalidOperationException($"{shape} is no shape of load."),
        });
    }
    catch (Exception fault)
    {
        LoadJson.Say(new LoadResult { Faults = [fault.ToString()] });
    }
}
