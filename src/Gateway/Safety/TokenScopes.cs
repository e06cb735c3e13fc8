using TaskList.Contracts;
using TaskList.Gateway.Auth;

namespace TaskList.Gateway.Safety;

/// <summary>What a personal API token opens. Only what is named here can be written with one: the account itself, its tokens among it, belongs to a person who signed in.</summary>
sealed class TokenScopes(RequestDelegate next)
{
    static readonly PathString[] Closed = ["/api/auth", "/api/tokens"];
    static readonly PathString[] Writable = ["/api/lists", "/api/invites", "/api/webhooks", "/api/me/inbox"];

    public Task Invoke(HttpContext context) =>
        context.User.IsToken() && !Admits(context.Request, context.User.MayWrite()) ? Problems.Write(context, new Refusal(Codes.NotAllowed)) : next(context);

    static bool Admits(HttpRequest request, bool mayWrite)
    {
        // The hub itself asks before it takes a command.
        if (!request.Path.StartsWithSegments("/api")) return true;
        if (Array.Exists(Closed, request.Path.StartsWithSegments)) return false;
        return HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
            || (mayWrite && Array.Exists(Writable, request.Path.StartsWithSegments));
    }
}
