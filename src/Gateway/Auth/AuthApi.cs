using Microsoft.AspNetCore.Http.HttpResults;
using TaskList.Contracts;
using TaskList.Contracts.Auth;
using TaskList.Contracts.Users;
using TaskList.Gateway.Lists;
using TaskList.Gateway.Safety;

namespace TaskList.Gateway.Auth;

/// <summary>Sign-up, sign-in, refresh, sign-out. The access token goes into the answer, the refresh token only into a cookie.</summary>
static class AuthApi
{
    public static void MapAuth(this IEndpointRouteBuilder routes)
    {
        var auth = routes.MapGroup("/api/auth").AllowAnonymous().WithTags("Sign-in");
        auth.MapPost("/register", Register).WithSummary("Makes a user and signs in");
        auth.MapPost("/login", Login).WithSummary("Signs in");
        auth.MapPost("/refresh", Refresh).WithSummary("A new access token for the refresh cookie, which rotates");
        auth.MapPost("/logout", Logout).WithSummary("Ends the session; its connections close");
    }

    static async Task<Results<Created<SignedInAnswer>, ProblemHttpResult>> Register(
        RegisterRequest request, HttpContext context, IClusterClient cluster, SignInLimits limits, AccessTokens tokens)
    {
        if (limits.Check(context, request.Email) is { } wait) return Problems.From(wait, context);

        var registration = new Registration(request.Email, request.Password, request.DisplayName, request.Language ?? "en", request.TimeZone ?? "UTC");
        var result = await cluster.GetGrain<IAuthGrain>(0).Register(registration);
        return result.Ok ? TypedResults.Created("/api/me", Start(context, tokens, result.Value)) : Problems.From(result.Refusal, context);
    }

    static async Task<Results<Ok<SignedInAnswer>, ProblemHttpResult>> Login(
        LoginRequest request, HttpContext context, IClusterClient cluster, SignInLimits limits, AccessTokens tokens)
    {
        if (limits.Check(context, request.Email) is { } wait) return Problems.From(wait, context);

        var source = Sources.Of(context);
        var result = await ClusterCalls.Retry(() => cluster.GetGrain<IAuthGrain>(0).SignIn(request.Email, request.Password, source));
        return result.Ok ? TypedResults.Ok(Start(context, tokens, result.Value)) : Problems.From(result.Refusal, context);
    }

    static async Task<Results<Ok<SignedInAnswer>, ProblemHttpResult>> Refresh(
        HttpContext context, IClusterClient cluster, SignInLimits limits, AccessTokens tokens)
    {
        if (RefreshCookie.Read(context) is not var (sessionId, secret)) return Problems.From(new Refusal(Codes.SessionEnded), context);
        if (limits.CheckRefresh(context, sessionId) is { } wait) return Problems.From(wait, context);

        // May be repeated: until its successor is used, the same token gives the same successor.
        var result = await ClusterCalls.Retry(() => cluster.GetGrain<ISessionGrain>(sessionId).Refresh(secret));
        if (!result.Ok)
        {
            RefreshCookie.Clear(context);
            return Problems.From(result.Refusal, context);
        }

        var user = await ClusterCalls.Retry(() => cluster.GetGrain<IUserGrain>(result.Value.UserId).Profile());
        if (user is null) return Problems.From(new Refusal(Codes.SessionEnded), context);

        RefreshCookie.Set(context, sessionId, result.Value.Secret, result.Value.ExpiresAt);
        return TypedResults.Ok(Answer(tokens, user, sessionId));
    }

    static async Task<NoContent> Logout(HttpContext context, IClusterClient cluster)
    {
        if (RefreshCookie.Read(context) is var (sessionId, secret)) await cluster.GetGrain<ISessionGrain>(sessionId).End(secret);
        // A client without a cookie jar proves its session with the access token.
        if (context.User.NamesUserAndSession()) await cluster.GetGrain<ISessionGrain>(context.User.SessionId()).Close();

        RefreshCookie.Clear(context);
        return TypedResults.NoContent();
    }

    static SignedInAnswer Start(HttpContext context, AccessTokens tokens, SignedIn signedIn)
    {
        RefreshCookie.Set(context, signedIn.SessionId, signedIn.RefreshSecret, signedIn.RefreshExpiresAt);
        return Answer(tokens, signedIn.User, signedIn.SessionId);
    }

    static SignedInAnswer Answer(AccessTokens tokens, UserProfile user, Guid sessionId) =>
        new(tokens.Issue(user.UserId, sessionId), (int)AccessTokens.Lifetime.TotalSeconds, user);
}
