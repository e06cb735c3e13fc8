using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace TaskList.ServiceDefaults;

/// <summary>One line per request. It names the route, not the path: paths hold invite tokens and query strings access tokens.</summary>
sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> logger, TimeProvider time)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var start = time.GetTimestamp();
        var failed = true;
        try
        {
            await next(context);
            failed = false;
        }
        finally
        {
            // What nobody caught becomes a 500 only after this line is written.
            var status = failed && !context.Response.HasStarted ? StatusCodes.Status500InternalServerError : context.Response.StatusCode;
            var elapsed = time.GetElapsedTime(start).TotalMilliseconds;
            var route = Route(context);
            if (route is "/health/live" or "/health/ready" or "/health/started" or "/metrics")
                Probed(context.Request.Method, route, status, elapsed);
            else
                Answered(context.Request.Method, route, status, elapsed);
        }
    }

    static string Route(HttpContext context)
    {
        // The exception handler takes the endpoint away before it answers.
        var endpoint = context.GetEndpoint() ?? context.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
        return (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "(no route)";
    }

    /// <summary>Outermost, also of the sign-in check that ASP.NET puts in front of everything an application adds itself.</summary>
    internal sealed class Outermost : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.UseMiddleware<RequestLog>();
            next(app);
        };
    }

    [LoggerMessage(LogLevel.Information, "{Method} {Route} {Status} in {ElapsedMs:0.0} ms")]
    partial void Answered(string method, string route, int status, double elapsedMs);

    [LoggerMessage(LogLevel.Debug, "{Method} {Route} {Status} in {ElapsedMs:0.0} ms")]
    partial void Probed(string method, string route, int status, double elapsedMs);
}
