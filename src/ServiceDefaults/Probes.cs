using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TaskList.ServiceDefaults;

/// <summary>/health/live, /health/ready and /health/started.</summary>
public static class Probes
{
    /// <summary>Ready only while this works. The probe may be called once a second and has 2 s; it fails by throwing.</summary>
    public static void AddReadyCheck(this IServiceCollection services, string name, Func<IServiceProvider, Func<CancellationToken, Task>> probe) =>
        services.AddHealthChecks().Add(new HealthCheckRegistration(
            name,
            provider => provider.GetRequiredKeyedService<CachedCheck>(name),
            HealthStatus.Unhealthy,
            tags: null))
        .Services.AddKeyedSingleton(name, (provider, _) => new CachedCheck(
            name, probe(provider), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<CachedCheck>>()));

    internal static void AddProbes(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddHealthChecks().AddCheck<StayingCheck>("staying");
    }

    internal static void MapProbes(this WebApplication app)
    {
        // Live: the process answers; never a grain, Postgres or Redis, or a slow database would have every process restarted.
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { ResponseWriter = WriteAsync }).AllowAnonymous();
        // Started: every service has, and a silo's joins the cluster in that, a gateway's connects to it. Never taken back, whatever is lost later.
        var started = app.Lifetime.ApplicationStarted;
        app.MapGet("/health/started", () => Results.StatusCode(started.IsCancellationRequested ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable))
            .AllowAnonymous().ExcludeFromDescription();
    }

    static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(
        new { status = report.Status.ToString(), checks = report.Entries.ToDictionary(entry => entry.Key, entry => entry.Value.Status.ToString()) },
        context.RequestAborted);

    /// <summary>Fails from the moment the process starts to leave, so that nothing new is sent to it.</summary>
    sealed class StayingCheck(HostDrain drain, IHostApplicationLifetime lifetime) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(drain.IsDraining || lifetime.ApplicationStopping.IsCancellationRequested
                ? HealthCheckResult.Unhealthy()
                : HealthCheckResult.Healthy());
    }
}
