using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TaskList.ServiceDefaults;

namespace TaskList.Operations.Tests;

/// <summary>A host with nothing but the service defaults, on a free port.</summary>
sealed class SmallHost(WebApplication app) : IAsyncDisposable
{
    public HttpClient Http { get; } = new() { BaseAddress = new Uri(app.Urls.Single()), Timeout = TimeSpan.FromSeconds(10) };

    public HostDrain Drain => app.Services.GetRequiredService<HostDrain>();

    /// <param name="whileStarting">Given the address, when it listens already and one service is not there yet.</param>
    public static async Task<SmallHost> StartAsync(Func<CancellationToken, Task>? probe = null, int drainSeconds = 0, Func<string, Task>? whileStarting = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["Shutdown:DrainSeconds"] = drainSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture),
        });
        builder.AddServiceDefaults("test");
        if (probe is not null) builder.Services.AddReadyCheck("probe", _ => probe);

        WebApplication? app = null;
        if (whileStarting is not null) builder.Services.AddHostedService(_ => new LastService(() => whileStarting(app!.Urls.Single())));

        app = builder.Build();
        app.MapServiceDefaults();
        await app.StartAsync();
        return new SmallHost(app);
    }

    public async Task<int> StatusAsync(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        using var answer = await Http.SendAsync(request);
        return (int)answer.StatusCode;
    }

    /// <summary>Ends when the host has been stopped from inside.</summary>
    public Task StoppedAsync() => app.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
    }

    sealed class LastService(Func<Task> start) : IHostedLifecycleService
    {
        public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartedAsync(CancellationToken cancellationToken) => start();

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
