using System.Diagnostics;
using System.Text.Json;
using TaskList.LoadGenerator;
using TaskList.LocalServices;

namespace TaskList.Bench;

/// <summary>A process of the bench that takes jobs as lines and answers with results: the load generator, or the product with the load inside.</summary>
sealed class LineProcess : IAsyncDisposable
{
    static readonly TimeSpan LongestJob = TimeSpan.FromMinutes(5);
    static readonly TimeSpan Farewell = TimeSpan.FromSeconds(20);

    readonly Process _process;

    LineProcess(Process process) => _process = process;

    public int Pid => _process.Id;

    public static LineProcess Start(string project, IReadOnlyDictionary<string, string?> environment)
    {
        var start = new ProcessStartInfo("dotnet", [BenchBinaries.Of(project)]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return new LineProcess(Process.Start(start) ?? throw new LocalServiceException($"{project} could not be started."));
    }

    public async Task<string> ReadLine() =>
        await _process.StandardOutput.ReadLineAsync().WaitAsync(LongestJob) ?? throw new LocalServiceException("A process of the bench has ended.");

    public async Task<LoadResult> Run(LoadJob job)
    {
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(job, LoadJson.Options));
        await _process.StandardInput.FlushAsync();
        return JsonSerializer.Deserialize<LoadResult>(await ReadLine(), LoadJson.Options)!;
    }

    /// <summary>The end of its input is its end.</summary>
    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using var limit = new CancellationTokenSource(Farewell);
        await _process.WaitForExitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
