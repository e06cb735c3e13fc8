using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using TaskList.Contracts;

namespace TaskList.Gateway;

/// <summary>The one place that turns a refusal into RFC 9457 problem details.</summary>
static class Problems
{
    public static ProblemHttpResult From(Refusal refusal, HttpContext context)
    {
        var extensions = new Dictionary<string, object?>(4) { ["code"] = refusal.Code };
        if (refusal.Params is { } parameters) extensions["params"] = parameters;
        if (refusal.RetryAfterMs is { } wait)
        {
            extensions["retryAfterMs"] = wait;
            context.Response.Headers.RetryAfter = ((wait + 999) / 1_000).ToString(CultureInfo.InvariantCulture);
        }

        extensions["traceId"] = TraceId(context);
        return TypedResults.Problem(statusCode: Status(refusal.Code), extensions: extensions);
    }

    /// <summary>For middleware, which answers without an endpoint.</summary>
    public static Task Write(HttpContext context, Refusal refusal) => From(refusal, context).ExecuteAsync(context);

    /// <summary>What the caller sees as <c>traceId</c> and our log lines carry.</summary>
    public static string TraceId(HttpContext context) => Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;

    public static int Status(string code) => code switch
    {
        Codes.MalformedJson or Codes.InvalidCommand or Codes.UnknownCommand or Codes.UnknownField or Codes.MissingField
            or Codes.InvalidField or Codes.UnsupportedImport => StatusCodes.Status400BadRequest,
        Codes.Unauthenticated or Codes.InvalidCredentials or Codes.SessionEnded => StatusCodes.Status401Unauthorized,
        Codes.NotAllowed or Codes.OriginNotAllowed => StatusCodes.Status403Forbidden,
        Codes.MethodNotAllowed => StatusCodes.Status405MethodNotAllowed,
        Codes.CommandIdReused or Codes.IdTaken or Codes.ListIdTaken or Codes.EmailTaken or Codes.LastOwner
            or Codes.ListArchived or Codes.NotUndoable or Codes.NothingToUndo => StatusCodes.Status409Conflict,
        Codes.VersionMismatch => StatusCodes.Status412PreconditionFailed,
        Codes.PayloadTooLarge => StatusCodes.Status413PayloadTooLarge,
        Codes.UnsupportedMediaType => StatusCodes.Status415UnsupportedMediaType,
        Codes.Blank or Codes.TooLong or Codes.LimitReached or Codes.WeakPassword or Codes.InvalidEmail
            or Codes.ParentCycle or Codes.TooDeep => StatusCodes.Status422UnprocessableEntity,
        Codes.RateLimited => StatusCodes.Status429TooManyRequests,
        Codes.Internal => StatusCodes.Status500InternalServerError,
        _ when code.EndsWith("NotFound", StringComparison.Ordinal) || code == Codes.NotFound => StatusCodes.Status404NotFound,
        _ => StatusCodes.Status503ServiceUnavailable,
    };
}
