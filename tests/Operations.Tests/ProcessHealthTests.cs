using System.Diagnostics;
using TaskList.LocalServices;
using Xunit;

namespace TaskList.Operations.Tests;

/// <summary>What an orchestrator sees of the real process.</summary>
public sealed class ProcessHealthTests : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tasklist-health-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task SigtermTurnsReadinessFirstAndEndsWithZero()
    {
        await using var product = await StartAsync(drainSeconds: 3);
        var host = product.Hosts.Single();
        using var http = new HttpClient { BaseAddress = new Uri(host.Url) };

        var stop = host.StopAsync();

        await UntilAsync(http, "/health/ready", 503);
        Assert.Equal(200, await StatusAsync(http, "/health/live"));
        Assert.True(host.IsRunning);
        await stop;
        Assert.Equal(0, host.Process!.ExitCode);
    }

    [Fact]
    public async Task LostPostgresTurnsReadyButNotLive()
    {
        await using var product = await StartAsync(drainSeconds: 0);
        using var http = new HttpClient { BaseAddress = new Uri(product.Hosts.Single().Url) };

        await product.Postgres!.KillAsync();

        await UntilAsync(http, "/health/ready", 503);
        Assert.Equal(200, await StatusAsync(http, "/health/live"));
        Assert.Equal(200, await StatusAsync(http, "/health/started"));
    }

    Task<ProductCluster> StartAsync(int drainSeconds) => ProductCluster.StartAsync(new ProductClusterOptions
    {
        Folder = _folder.FullName,
        Silos = 0,
        Gateways = 0,
        Settings = new Dictionary<string, string?> { ["Shutdown:DrainSeconds"] = drainSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture) },
    });

    static async Task UntilAsync(HttpClient http, string path, int expected)
    {
        var clock = Stopwatch.StartNew();
        while (await StatusAsync(http, path) != expected) Assert.True(clock.Elapsed < Patience, $"{path} did not become {expected}.");
    }

    static async Task<int> StatusAsync(HttpClient http, string path)
    {
        using var answer = await http.GetAsync(path, TestContext.Current.CancellationToken);
        return (int)answer.StatusCode;
    }
}
