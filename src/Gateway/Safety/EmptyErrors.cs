using Microsoft.AspNetCore.Diagnostics;
using TaskList.Contracts;

namespace TaskList.Gateway.Safety;

/// <summary>Gives a problem body to errors that the framework leaves empty: no route, wrong method, no token.</summary>
static class EmptyErrors
{
    public static Task Describe(StatusCodeContext empty)
    {
        var context = empty.HttpContext;
        return Problems.Write(context, context.Response.StatusCode switch
        {
            StatusCodes.Status401Unauthorized => Refusal.Undecided(Codes.Unauthenticated, 0),
            StatusCodes.Status403Forbidden => new Refusal(Codes.NotAllowed),
            StatusCodes.Status404NotFound => new Refusal(Codes.NotFound),
            StatusCodes.Status405MethodNotAllowed => new Refusal(Codes.MethodNotAllowed),
            StatusCodes.Status413PayloadTooLarge => new Refusal(Codes.PayloadTooLarge),
            StatusCodes.Status415UnsupportedMediaType => new Refusal(Codes.UnsupportedMediaType),
            >= 500 => new Refusal(Codes.Internal),
            _ => new Refusal(Codes.MalformedJson),
        });
    }
}
