using TaskList.LocalServices;

namespace TaskList.Launcher;

/// <summary>Silos and gateways as processes of their own. One that dies is reported, not replaced: whoever killed it wants to see what happens.</summary>
sealed class ClusterRun(LaunchOptions options, DataFolder data)
{
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var code = await ServeAsync(stop);
        data.ProcessList.Delete();
        return code;
    }

    async Task<int> ServeAsync(CancellationToken stop)
    {
        await using var cluster = await ProductCluster.StartAsync(Description(), stop);
        data.ProcessList.Write(Entries(cluster));
        foreach (var gateway in cluster.Gateways)
            Terminal.Say($"{gateway.Name}: {gateway.Url}");
        Terminal.Ready(options.Port);

        var lost = await new ClusterWatch(cluster).WaitForLossAsync(stop);
        Terminal.Say(lost is null ? "Stopping" : $"No {lost} is left: stopping");
        return lost is null ? ExitCodes.Stopped : ExitCodes.Died;
    }

    ProductClusterOptions Description() => new()
    {
        Folder = data.Path,
        Silos = options.Silos,
        Gateways = options.Gateways,
        FirstPort = options.Port,
        Postgres = FromEnvironment("ConnectionStrings__Postgres"),
        Redis = FromEnvironment("ConnectionStrings__Redis"),
        Settings = options.LimitsOff ? new Dictionary<string, string?> { ["Limits"] = "off" } : [],
        Progress = Terminal.Say,
    };

    static IEnumerable<ProcessEntry> Entries(ProductCluster cluster)
    {
        foreach (var host in cluster.Hosts)
            yield return ProcessListFile.Entry(host);
        if (cluster.Garnet is not null)
            yield return ProcessListFile.Entry(cluster.Garnet);
        if (cluster.Postgres is not null)
            yield return ProcessListFile.Entry(cluster.Postgres);
    }

    static string? FromEnvironment(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
