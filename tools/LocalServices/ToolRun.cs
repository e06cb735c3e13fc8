using System.Diagnostics;

namespace TaskList.LocalServices;

/// <summary>The end of a short command.</summary>
/// <param name="ExitCode">0 means success.</param>
/// <param name="Output">What it printed, standard error included.</param>
sealed record ToolRun(int ExitCode, string Output)
{
    /// <summary>Runs a command to its end. It is not cancelled from outside: half an initdb is worth nothing.</summary>
    public static async Task<ToolRun> RunAsync(IReadOnlyList<string> command, TimeSpan limit)
    {
        var line = OwnSession.Wrap(command);
        var start = new ProcessStartInfo(line[0], line.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start) ?? throw new LocalServiceException($"{command[0]} could not be started.");
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var deadline = new CancellationTokenSource(limit);
        try
        {
            await process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            Posix.SignalGroup(process.Id, Posix.SigKill);
            throw new LocalServiceException($"{Path.GetFileName(command[0])} did not end within {limit.TotalSeconds:0} s.");
        }

        return new ToolRun(process.ExitCode, await output + await errors);
    }
}
