using Orleans.Dashboard;
using TaskList.Contracts.Lists;
using TaskList.Gateway.Auth;
using TaskList.ServiceDefaults;

namespace TaskList.Gateway.Operations;

/// <summary>What the people who run a gateway look at.</summary>
static class GatewayOperations
{
    /// <summary>Ready: a grain answers, so the cluster can be reached.</summary>
    public static IServiceCollection AddGatewayChecks(this IServiceCollection services)
    {
        services.AddReadyCheck("grains", provider =>
        {
            var cluster = provider.GetRequiredService<IClusterClient>();
            return _ => cluster.GetGrain<IHeadsGrain>(0).Read([]);
        });
        return services;
    }

    public static IClientBuilder AddClientDashboard(this IClientBuilder client, IConfiguration configuration) =>
        HasDashboard(configuration) ? client.AddDashboard(o => o.HideTrace = true) : client;

    /// <summary>Its pages alone take 60 MiB while a process starts, so it is there only where somebody may look at it.</summary>
    public static bool HasDashboard(IConfiguration configuration) => configuration["Dashboard"] is not "off" && configuration["Operators"] is { Length: > 0 };

    public static void MapDashboard(this WebApplication app)
    {
        if (!HasDashboard(app.Configuration))
        {
            app.Map("/ops/dashboard/{**page}", NotFound).RequireAuthorization(Operators.Policy);
            return;
        }

        IEndpointConventionBuilder dashboard = app.MapOrleansDashboard("/ops/dashboard").RequireAuthorization(Operators.Policy);
        dashboard.Add(endpoint =>
        {
            // Running a board does not mean reading it: the page that prints the state of any grain stays shut.
            if (((RouteEndpointBuilder)endpoint).RoutePattern.RawText is { } path && path.EndsWith("/GrainState", StringComparison.OrdinalIgnoreCase))
                endpoint.RequestDelegate = NotFound;
        });
    }

    static Task NotFound(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
