using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using TaskList.Gateway.Notifications;

namespace TaskList.Gateway.Auth;

/// <summary>Bearer access tokens on every endpoint that does not say otherwise.</summary>
static class BearerSetup
{
    public static void AddBearer(this IServiceCollection services)
    {
        services.AddSingleton<AccessTokens>();
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<AccessTokens, EndedSessions>(Configure);
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder(JwtBearerDefaults.AuthenticationScheme)
            .RequireAuthenticatedUser()
            .Build());
    }

    static void Configure(JwtBearerOptions options, AccessTokens tokens, EndedSessions ended)
    {
        options.MapInboundClaims = false;
        options.TokenHandlers.Clear();
        options.TokenHandlers.Add(tokens.Handler);
        options.TokenValidationParameters = tokens.Rules;
        options.Events = new JwtBearerEvents
        {
            OnMessageReceived = context =>
            {
                // A browser cannot set headers on a WebSocket, so there the token comes in the query string, and nowhere else.
                if (context.Request.Path.StartsWithSegments("/hubs") && context.Request.Query["access_token"] is [{ Length: > 0 } token])
                    context.Token = token;
                return Task.CompletedTask;
            },
            OnTokenValidated = context =>
            {
                if (context.Principal?.NamesUserAndSession() != true || ended.Contains(context.Principal.SessionId()))
                    context.Fail("The session has ended.");
                return Task.CompletedTask;
            },
        };
    }
}
