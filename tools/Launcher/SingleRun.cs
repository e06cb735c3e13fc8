using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using TaskList.LocalServices;
using TaskList.Standalone;

namespace TaskList.Launcher;

/// <summary>The default: silo and gateway in this very process, beside an embedded Postgres.</summary>
sealed class SingleRun(LaunchOptions options, DataFolder data)
{
    static readonly TimeSpan ReadyLimit = TimeSpan.FromSeconds(60);

    readonly string _health = $"http://127.0.0.1:{options.Port}/health/ready";

    public async Task<int> RunAsync(CancellationToken stop)
    {
        var code = await ServeAsync(stop);
        data.ProcessList.Delete();
        return code;
    }

    async Task<int> ServeAsync(CancellationToken stop)
    {
        var given = Environment.GetEnvironmentVariable("ConnectionStrings__Postgres");
        await using var postgres = string.IsNullOrEmpty(given) ? await StartPostgresAsync() : null;
        stop.ThrowIfCancellationRequested();

        Terminal.Say("Starting TaskList");
        data.ProcessList.Write(Entries(postgres));
        Terminal.SendHostOutputTo(Path.Combine(data.Logs, "standalone.log"));
        await using var app = StandaloneHost.Build([], Settings(postgres?.ConnectionString ?? given!));
        await app.StartAsync(stop);
        if (!await HealthProbe.WaitAsync(_health, ReadyLimit, StoppingOf(app), stop))
            throw new LocalServiceException($"TaskList was not ready within {ReadyLimit.TotalSeconds:0} s; see {data.Logs}.");
        Terminal.Ready(options.Port);
        await app.WaitForShutdownAsync(stop);
        return stop.IsCancellationRequested ? ExitCodes.Stopped : ExitCodes.Died;
    }

    static Task StoppingOf(WebApplication app)
    {
        var stopping = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        app.Lifetime.ApplicationStopping.Register(stopping.SetResult);
        return stopping.Task;
    }

    async Task<EmbeddedPostgres> StartPostgresAsync()
    {
        Terminal.Say("Starting PostgreSQL");
        return await EmbeddedPostgres.StartAsync(Path.Combine(data.Path, "postgres"), Path.Combine(data.Logs, "postgres.log"));
    }

    Dictionary<string, string?> Settings(string postgres)
    {
        var settings = HostSettings.Common(data.Path, postgres, redis: null, options.Port);
        settings["Cluster:SiloPort"] = FreePort.Next().ToString(CultureInfo.InvariantCulture);
        settings["Cluster:OrleansGatewayPort"] = FreePort.Next().ToString(CultureInfo.InvariantCulture);
        if (options.LimitsOff)
            settings["Limits"] = "off";
        return settings;
    }

    IEnumerable<ProcessEntry> Entries(EmbeddedPostgres? postgres)
    {
        var self = ProcessIdentity.Of(Environment.ProcessId)!;
        yield return new ProcessEntry("standalone", "standalone", self.Pid, self.StartedAt, options.Port, _health);
        if (postgres is not null)
            yield return ProcessListFile.Entry(postgres);
    }
}
