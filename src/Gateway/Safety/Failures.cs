using Microsoft.AspNetCore.Diagnostics;
using TaskList.Contracts;
using TaskList.Gateway.Lists;

namespace TaskList.Gateway.Safety;

/// <summary>Everything that REST throws ends here and leaves as a problem: bad input by its code, a cluster that does not answer as undecided, the rest as internal.</summary>
sealed partial class Failures(ILogger<Failures> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        // Nobody is there to read an answer.
        if (context.RequestAborted.IsCancellationRequested) return true;

        var refusal = Translate(exception, HttpMethods.IsGet(context.Request.Method));
        if (refusal.Code == Codes.Internal) LogInternal(exception, Route(context), Problems.TraceId(context));
        else if (refusal.RetryAfterMs is not null) LogUnavailable(exception.GetType().Name, Route(context), Problems.TraceId(context));

        await Problems.Write(context, refusal);
        return true;
    }

    static Refusal Translate(Exception exception, bool read) => exception switch
    {
        BadHttpRequestException bad => BadRequests.Translate(bad),
        ClusterUnavailableException => Refusal.Undecided(read ? Codes.Unavailable : Codes.OutcomeUnknown),
        _ when ClusterCalls.IsPassing(exception) && exception is not IOException => Refusal.Undecided(Codes.Unavailable),
        _ => new Refusal(Codes.Internal),
    };

    // The pattern, because a path may hold an invite's token.
    static string Route(HttpContext context) =>
        (context.Features.Get<IExceptionHandlerFeature>()?.Endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "(no route)";

    [LoggerMessage(LogLevel.Error, "{Route} failed; trace {TraceId}")]
    partial void LogInternal(Exception exception, string route, string traceId);

    [LoggerMessage(LogLevel.Warning, "{Route} got no answer from the cluster ({Error}); trace {TraceId}")]
    partial void LogUnavailable(string error, string route, string traceId);
}
