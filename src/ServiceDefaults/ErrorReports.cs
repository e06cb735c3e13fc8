using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Sentry.AspNetCore;
using Sentry.Extensibility;

namespace TaskList.ServiceDefaults;

/// <summary>Errors go to Sentry where <c>Sentry:Dsn</c> is set, and nowhere otherwise. Nothing of a request but its route leaves the house.</summary>
static class ErrorReports
{
    public static void AddErrorReports(this WebApplicationBuilder builder)
    {
        if (builder.Configuration["Sentry:Dsn"] is { Length: > 0 } dsn)
            builder.WebHost.UseSentry(options => options.ReportOnly(dsn));
    }

    public static void ReportOnly(this SentryAspNetCoreOptions options, string dsn)
    {
        options.Dsn = dsn;
        options.SendDefaultPii = false;
        options.MaxRequestBodySize = RequestSize.None;
        options.AutoSessionTracking = false;
        options.TracesSampleRate = 0;
        options.MaxBreadcrumbs = 0;
        options.SetBeforeSend(Scrub);
    }

    static SentryEvent Scrub(SentryEvent report)
    {
        // Address, query string, headers and cookies, whatever the library gathered by default.
        report.Request = new SentryRequest();
        report.User = new SentryUser();
        report.ServerName = null;
        report.UnsetTag("RequestPath");
        return report;
    }
}
