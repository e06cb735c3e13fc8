using TaskList.Contracts;

namespace TaskList.Gateway.Safety;

/// <summary>Refuses pages of other sites where the browser would lend them a connection or a cookie: hub, refresh, sign-out, operators' pages.</summary>
sealed class OriginCheck(RequestDelegate next, Origins origins)
{
    /// <summary>Another site can send this header only with our CORS consent.</summary>
    const string OwnHeader = "X-TaskList";

    public Task Invoke(HttpContext context) => IsGuarded(context.Request) && !origins.Admit(context.Request)
        ? Problems.Write(context, new Refusal(Codes.OriginNotAllowed))
        : next(context);

    static bool IsGuarded(HttpRequest request)
    {
        if (request.Path.StartsWithSegments("/hubs")) return true;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method)) return false;

        return request.Path.StartsWithSegments("/ops")
            || (!request.Headers.ContainsKey(OwnHeader)
                && (request.Path.StartsWithSegments("/api/auth/refresh") || request.Path.StartsWithSegments("/api/auth/logout")));
    }
}
