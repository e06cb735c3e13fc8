using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using TaskList.Gateway.Notifications;

namespace TaskList.Gateway.Auth;

/// <summary>Bearer tokens on every endpoint that does not say otherwise: access tokens, and by their prefix personal API tokens.</summary>
static class BearerSetup
{
    public static void AddBearer(this IServiceCollection services)
    {
        services.AddSingleton<AccessTokens>();
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer()
            .AddScheme<AuthenticationSchemeOptions, ApiTokenHandler>(ApiTokenHandler.SchemeName, null);
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<AccessTokens, EndedSessions>(Configure);
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder(JwtBearerDefaults.AuthenticationScheme)
            .RequireAuthenticatedUser()
            .Build());
    }

    static void Configure(JwtBearerOptions options, AccessTokens tokens, EndedSessions ended)
    {
        options.MapInboundClaims = false;

        // A hub connection keeps for hours what is found out here, and there are thousands.
        options.SaveToken = false;
        options.ForwardDefaultSelector = context => BearerText.Of(context.Request) is { } text && ApiTokenText.IsOne(text) ? ApiTokenHandler.SchemeName : null;
        options.TokenHandlers.Clear();
        options.TokenHandlers.Add(tokens.Handler);
        options.TokenValidationParameters = tokens.Rules;
        options.Events = new JwtBearerEvents
        {
            OnMessageReceived = context =>
            {
                context.Token = BearerText.InQuery(context.Request);
                return Task.CompletedTask;
            },
            OnTokenValidated = context =>
            {
                if (context.Principal?.NamesUserAndSession() != true || ended.Contains(context.Principal.SessionId()))
                    context.Fail("The session has ended.");
                else
                    context.Principal = context.Principal.WithoutToken();
                return Task.CompletedTask;
            },
        };
    }
}
