using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using TaskList.Contracts.Auth;
using TaskList.Gateway.Safety;

namespace TaskList.Gateway.Auth;

/// <summary>The operators' own sign-in page, which works without scripts and without the web app.</summary>
static class OperatorsApi
{
    const string Dashboard = "/ops/dashboard";

    public static void MapOperators(this IEndpointRouteBuilder routes)
    {
        var ops = routes.MapGroup("/ops").AllowAnonymous().ExcludeFromDescription();
        ops.MapGet("", () => TypedResults.LocalRedirect(Dashboard));
        ops.MapGet("/sign-in", () => Page(null));
        ops.MapPost("/sign-in", SignIn);
        ops.MapPost("/sign-out", (Delegate)SignOut);
    }

    // The form is read by hand: bound forms ask for an antiforgery token, and here the Origin header has already been checked.
    static async Task<Results<RedirectHttpResult, ContentHttpResult>> SignIn(
        HttpContext context, IClusterClient cluster, SignInLimits limits, GatewaySettings settings)
    {
        if (!context.Request.HasFormContentType) return Page("Send the form.", StatusCodes.Status415UnsupportedMediaType);

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (email, password) = (form["email"].ToString(), form["password"].ToString());
        if (limits.Check(context, email) is not null) return Page("Too many tries. Wait a minute.", StatusCodes.Status429TooManyRequests);

        var result = await cluster.GetGrain<IAuthGrain>(0).SignIn(email, password, Sources.Of(context));
        if (!result.Ok)
        {
            return result.Refusal.RetryAfterMs is null
                ? Page("This address and password do not belong together.", StatusCodes.Status401Unauthorized)
                : Page("Try again in a moment.", StatusCodes.Status503ServiceUnavailable);
        }

        // The sign-in made an ordinary session; nothing here uses it.
        var (userId, sessionId) = (result.Value.User.UserId, result.Value.SessionId);
        await cluster.GetGrain<ISessionGrain>(sessionId).Close();
        if (!settings.Operators.Contains(userId)) return Page("You are not an operator here.", StatusCodes.Status403Forbidden);

        await Operators.SignIn(context, userId);
        return TypedResults.LocalRedirect(Dashboard);
    }

    static async Task<RedirectHttpResult> SignOut(HttpContext context)
    {
        await context.SignOutAsync(Operators.Policy);
        return TypedResults.LocalRedirect("/ops/sign-in");
    }

    /// <param name="note">A sentence of ours, never input.</param>
    static ContentHttpResult Page(string? note, int status = StatusCodes.Status200OK) => TypedResults.Content(
        $$"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>TaskList operators</title>
        <style>
        :root { color-scheme: light dark; font: 14px/20px "Segoe UI", Roboto, "Noto Sans", sans-serif; }
        body { display: grid; place-items: center; min-height: 100vh; margin: 0; }
        form { display: grid; gap: 12px; width: 280px; }
        label { display: grid; gap: 4px; }
        input, button { font: inherit; padding: 8px; border: 1px solid #80838f; border-radius: 6px; }
        button { background: #4a55d1; border-color: #4a55d1; color: #fff; cursor: pointer; }
        </style>
        </head>
        <body>
        <form method="post" action="/ops/sign-in">
        <h1>Operators</h1>
        {{(note is null ? "" : $"<p role=\"alert\">{note}</p>")}}
        <label>E-mail <input name="email" type="email" autocomplete="username" required autofocus></label>
        <label>Password <input name="password" type="password" autocomplete="current-password" required></label>
        <button>Sign in</button>
        </form>
        </body>
        </html>
        """,
        "text/html; charset=utf-8",
        statusCode: status);
}
