namespace TaskList.LocalServices;

/// <summary>One process of the product. It keeps its ports over any number of ends and starts.</summary>
public sealed class ProductHost : IAsyncDisposable
{
    static readonly TimeSpan ReadyLimit = TimeSpan.FromSeconds(60);
    static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(30);

    long _logBegin;

    internal ProductHost(string name, HostRole role, string address, int port, ChildCommand command)
    {
        Name = name;
        Role = role;
        Port = port;
        Url = $"http://{address}:{port}";
        Command = command;
    }

    /// <summary>For example silo-1.</summary>
    public string Name { get; }

    /// <summary>Which program it runs.</summary>
    public HostRole Role { get; }

    /// <summary>HTTP port.</summary>
    public int Port { get; }

    /// <summary>HTTP address without a slash at the end.</summary>
    public string Url { get; }

    /// <summary>Answers 200 when the process can do its work.</summary>
    public string HealthUrl => $"{Url}/health/ready";

    /// <summary>How it is started.</summary>
    public ChildCommand Command { get; }

    /// <summary>The process of the last start; null before the first.</summary>
    public ChildProcess? Process { get; private set; }

    /// <summary>True while the process lives.</summary>
    public bool IsRunning => Process is { IsRunning: true };

    /// <summary>Starts it, or starts it again, and waits until it is ready.</summary>
    public Task StartAsync(CancellationToken cancellation = default) => StartAsync(Command, cancellation);

    /// <summary>The same with more variables, for this one start.</summary>
    public Task StartWithAsync(params IEnumerable<KeyValuePair<string, string?>> environment) =>
        StartAsync(Command with { Environment = new Dictionary<string, string?>([.. Command.Environment.ExceptBy(environment.Select(variable => variable.Key), variable => variable.Key), .. environment]) });

    async Task StartAsync(ChildCommand command, CancellationToken cancellation = default)
    {
        if (IsRunning)
            throw new InvalidOperationException($"{Name} already runs.");
        if (Process is not null)
            await Process.DisposeAsync();
        _logBegin = File.Exists(command.LogFile) ? new FileInfo(command.LogFile).Length : 0;
        Process = ChildProcess.Start(command);
        if (await HealthProbe.WaitAsync(HealthUrl, ReadyLimit, Process.Exited, cancellation))
            return;
        var end = Process.IsRunning ? $"was not ready within {ReadyLimit.TotalSeconds:0} s" : $"ended with exit code {Process.ExitCode}";
        throw new LocalServiceException($"{Name} {end}; see {Command.LogFile}.");
    }

    /// <summary>SIGTERM; SIGKILL when draining takes too long. False when it had to come to that.</summary>
    public Task<bool> StopAsync() => Process is null ? Task.FromResult(true) : Process.StopAsync(StopLimit);

    /// <summary>What its log holds since its last start.</summary>
    public string Said()
    {
        using var log = new FileStream(Command.LogFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        log.Position = _logBegin;
        using var reader = new StreamReader(log);
        return reader.ReadToEnd();
    }

    /// <summary>SIGKILL, as a crash would.</summary>
    public Task KillAsync() => Process is null ? Task.CompletedTask : Process.KillAsync();

    /// <summary>Stops it.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (Process is not null)
            await Process.DisposeAsync();
    }
}
