using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace TaskList.ServiceDefaults;

/// <summary>What /metrics shows: our own instruments, Orleans, Npgsql, ASP.NET with SignalR, and the runtime.</summary>
static class Metrics
{
    static readonly ExplicitBucketHistogramConfiguration Seconds = new()
    {
        Boundaries = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5],
    };

    static readonly ExplicitBucketHistogramConfiguration Rows = new()
    {
        Boundaries = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000],
    };

    // Orleans counts in milliseconds, and by default labels every series with the addresses of silos: a new set after each restart.
    static readonly ExplicitBucketHistogramConfiguration Milliseconds = new()
    {
        Boundaries = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000],
        TagKeys = ["status"],
    };

    // Npgsql labels with the connection string, host and user and all.
    static readonly MetricStreamConfiguration Database = new() { TagKeys = ["db.client.connection.state"] };

    /// <summary>Sizes and hops of single messages, which others' libraries count for those who build them: an edit moved some thirty of these, and no page of ours shows one.</summary>
    static readonly string[] MovedByEveryMessage =
    [
        "orleans-messaging-sent-", "orleans-messaging-received-", "orleans-messaging-rerouted", "orleans-messaging-processing-",
        "orleans-gateway-sent", "orleans-gateway-received", "orleans-directory-lookups-", "orleans-streams-queue-",
        "aspnetcore.memory_pool.", "db.client.operation.npgsql.bytes_",
    ];

    public static void AddMetricsEndpoint(this IServiceCollection services, string role) => services
        .AddOpenTelemetry()
        .ConfigureResource(resource => resource.AddService($"tasklist-{role}"))
        .WithMetrics(metrics => metrics
            .AddMeter("TaskList", "Microsoft.Orleans", "Npgsql")
            .AddAspNetCoreInstrumentation()
            .AddRuntimeInstrumentation()
            .AddView("tasklist_commit_duration", Seconds)
            .AddView("tasklist_commit_rows", Rows)
            .AddView("orleans-app-requests-latency", Milliseconds)
            .AddView(instrument => IsMovedByEveryMessage(instrument.Name) ? MetricStreamConfiguration.Drop : instrument.Meter.Name == "Npgsql" ? Database : null)
            .AddPrometheusExporter());

    static bool IsMovedByEveryMessage(string instrument) => Array.Exists(MovedByEveryMessage, start => instrument.StartsWith(start, StringComparison.Ordinal));

    /// <summary>For the inside only: what came through a proxy is not answered, so no Ingress can show it to the world by mistake.</summary>
    public static void MapMetrics(this WebApplication app) => app
        .MapPrometheusScrapingEndpoint("/metrics")
        .AllowAnonymous()
        .Add(endpoint =>
        {
            var answer = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = context =>
            {
                if (!CameThroughProxy(context.Request.Headers)) return answer(context);
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            };
        });

    // ASP.NET renames the header when it has taken the client's address from it.
    static bool CameThroughProxy(IHeaderDictionary headers) => headers.ContainsKey("X-Forwarded-For") || headers.ContainsKey("X-Original-For");
}
