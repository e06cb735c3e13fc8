using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TaskList.Contracts.Lists;
using TaskList.Gateway.Auth;
using TaskList.Gateway.Web;
using TaskList.ServiceDefaults;

namespace TaskList.Gateway.Safety;

/// <summary>What stands between the network and every endpoint. The order of the pipeline is the point of this file.</summary>
static class SafetySetup
{
    public static void AddSafety(this WebApplicationBuilder builder)
    {
        var settings = new GatewaySettings(builder.Configuration);
        var services = builder.Services;
        services.AddSingleton(settings);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<SecretFiles>();
        services.AddSingleton<Origins>();
        services.AddSingleton<WriteBudget>();
        services.AddSingleton<SignInLimits>();

        services.AddSendBuffers();
        services.AddSingleton<IConnectionListenerFactory, PacedTransport>();
        services.AddProblemDetails(o => o.CustomizeProblemDetails = problem =>
            problem.ProblemDetails.Extensions["traceId"] = Problems.TraceId(problem.HttpContext));
        services.AddExceptionHandler<Failures>();
        services.ConfigureHttpJsonOptions(o => StrictJson.Configure(o.SerializerOptions));
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = ListLimits.RequestBytes;
        });
        services.Configure<ForwardedHeadersOptions>(o => Trust(o, settings));
        services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
            .WithOrigins(settings.AllowedOrigins)
            .AllowCredentials()
            .WithHeaders("Authorization", "Content-Type", "If-Match", "If-None-Match", "X-Requested-With", "X-SignalR-User-Agent", "X-TaskList")
            .WithMethods("GET", "POST", "PATCH", "DELETE")
            .WithExposedHeaders("ETag", "Retry-After", SecurityHeaders.TraceIdHeader)));
    }

    public static void UseSafety(this WebApplication app)
    {
        // At start: a process that cannot read its key must not serve.
        _ = app.Services.GetRequiredService<AccessTokens>();

        app.UseForwardedHeaders();
        app.UseMiddleware<SecurityHeaders>();
        app.UseExceptionHandler();
        app.UseStatusCodePages(EmptyErrors.Describe);
        app.UseMiddleware<OriginCheck>();
        app.UseWebAppFiles();
        app.UseRouting();
        app.UseCors();
        app.UseWebAppPages();
        app.UseAuthentication();
        app.UseMiddleware<RequestLimits>();
        app.UseMiddleware<TokenScopes>();
        app.UseAuthorization();
    }

    static void Trust(ForwardedHeadersOptions options, GatewaySettings settings)
    {
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        if (settings.TrustedProxies.Length == 0) return;

        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
        foreach (var network in settings.TrustedProxies) options.KnownIPNetworks.Add(network);
    }
}
