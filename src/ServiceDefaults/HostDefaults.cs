using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace TaskList.ServiceDefaults;

/// <summary>What every host does alike: logs, metrics, error reports, probes, and an orderly end.</summary>
public static class HostDefaults
{
    public static void AddServiceDefaults(this WebApplicationBuilder builder, string role)
    {
        builder.Environment.ApplicationName = $"tasklist-{role}";

        // The lowest source: whatever an operator sets wins over it.
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Logs.DefaultLevels });
        builder.AddLogs();
        builder.AddErrorReports();
        builder.Services.AddTransient<IStartupFilter, RequestLog.Outermost>();
        builder.Services.AddMetricsEndpoint(role);
        builder.Services.AddProbes();

        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(30));
        builder.Services.AddSingleton<HostDrain>();
        builder.Services.AddSingleton<IHostLifetime, DrainingLifetime>();
        builder.Services.AddHostedService<ParentWatch>();
    }

    public static void MapServiceDefaults(this WebApplication app)
    {
        app.MapProbes();
        app.MapMetrics();
    }
}
