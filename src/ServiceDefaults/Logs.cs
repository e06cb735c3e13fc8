using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Extensions.Logging;
using Serilog.Formatting.Compact;

namespace TaskList.ServiceDefaults;

/// <summary>One line per event on the console: for people, or as JSON with <c>Log:Format=json</c>.</summary>
static class Logs
{
    const string Template = "{Timestamp:yyyy-MM-dd HH:mm:ss.fff} {Level:u3} {SourceContext} {Message:lj} {TraceId}{NewLine}{Exception}";

    /// <summary>Our own words at Information, everybody else's only when something is wrong.</summary>
    public static readonly KeyValuePair<string, string?>[] DefaultLevels =
    [
        new("Logging:LogLevel:Default", "Warning"),
        new("Logging:LogLevel:TaskList", "Information"),
        new("Logging:LogLevel:Microsoft.Hosting.Lifetime", "Information"),

        // CachedCheck says when a check turns; this one would say it at every probe.
        new("Logging:LogLevel:Microsoft.Extensions.Diagnostics.HealthChecks", "None"),

        // Advice about the garbage collector at every start; what matters there is an error.
        new("Logging:LogLevel:Orleans.Runtime.Silo", "Error"),

        // It reports refusals, which are answers, as errors; what nobody expected the hub's own filter says.
        new("Logging:LogLevel:Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher", "None"),

        // A subscription that a gateway could not end, because its silo had just died, is served for a while; each event would be a line.
        new("Logging:LogLevel:Orleans.Streams.StreamConsumerExtension", "Error"),

        // On two busy cores it reports every late timer tick, also of a start-up; the metrics tell the same without noise.
        new("Logging:LogLevel:Orleans.Runtime.Watchdog", "Error"),
    ];

    public static void AddLogs(this WebApplicationBuilder builder)
    {
        var logger = new LoggerConfiguration().MinimumLevel.Verbose().Enrich.With<WithoutPath>();
        logger = builder.Configuration["Log:Format"] switch
        {
            null or "text" => logger.WriteTo.Console(outputTemplate: Template, formatProvider: System.Globalization.CultureInfo.InvariantCulture),
            "json" => logger.WriteTo.Console(new RenderedCompactJsonFormatter()),
            var other => throw new InvalidOperationException($"Log:Format is '{other}'; it can be text or json."),
        };
        builder.Logging.ClearProviders();

        // Not AddSerilog: it lifts every level for its own provider, and the levels of Logging:LogLevel would not count.
        builder.Logging.Services.AddSingleton<ILoggerProvider>(new SerilogLoggerProvider(logger.CreateLogger(), dispose: true));
    }

    /// <summary>ASP.NET attaches the path to every event of a request, and the path of an invite holds its token.</summary>
    sealed class WithoutPath : ILogEventEnricher
    {
        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory) => logEvent.RemovePropertyIfPresent("RequestPath");
    }
}
