using System.Diagnostics;
using System.Text.Json;

namespace TaskList.LoadGenerator;

/// <summary>A second generator, for whoever must not wait for what this process does with a crowd: else its answers would be counted late.</summary>
static class OtherGenerator
{
    static readonly TimeSpan LongestJob = TimeSpan.FromMinutes(3);

    static Process? _process;

    /// <summary>One job at a time. The process is kept, so that later jobs meet code that is already compiled; it ends with this one.</summary>
    public static async Task<LoadResult> Run(LoadJob job)
    {
        var process = _process ??= Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [typeof(OtherGenerator).Assembly.Location])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(job, LoadJson.Options));
        await process.StandardInput.FlushAsync();
        var line = await process.StandardOutput.ReadLineAsync().WaitAsync(LongestJob) ?? throw new IOException("The second generator has ended.");
        return JsonSerializer.Deserialize<LoadResult>(line, LoadJson.Options)!;
    }
}
