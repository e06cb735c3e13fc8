using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace TaskList.ServiceDefaults;

/// <summary>What every host does alike.</summary>
public static class HostDefaults
{
    /// <summary>Health checks with this tag decide /health/ready.</summary>
    public const string ReadyTag = "ready";

    public static void AddServiceDefaults(this WebApplicationBuilder builder, string role)
    {
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(30));
        builder.Services.AddHealthChecks();
        builder.Environment.ApplicationName = $"tasklist-{role}";
        builder.Services.AddHostedService<ParentWatch>();
    }

    public static void MapServiceDefaults(this WebApplication app)
    {
        // Live: the process answers; never a grain, Postgres or Redis, or a slow database would have every process restarted.
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(ReadyTag) });
    }
}
