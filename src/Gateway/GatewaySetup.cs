using System.Net;
using Orleans.Configuration;
using StackExchange.Redis;
using TaskList.Contracts;
using TaskList.Gateway.Auth;
using TaskList.Gateway.Lists;
using TaskList.Gateway.Notifications;
using TaskList.Gateway.Operations;
using TaskList.Gateway.Safety;
using TaskList.Gateway.Search;
using TaskList.Gateway.Users;
using TaskList.Gateway.Web;
using TaskList.Gateway.Webhooks;
using TaskList.ServiceDefaults;

namespace TaskList.Gateway;

/// <summary>Everything a process needs to be a gateway. It reaches grains through the ordinary client, its own or the silo's it shares a process with.</summary>
public static class GatewaySetup
{
    public static void AddGateway(this WebApplicationBuilder builder)
    {
        builder.AddSafety();
        builder.Services.AddBearer();
        builder.Services.AddOperators();
        builder.Services.AddWebApp();
        builder.Services.AddApiDocs();
        builder.Services.AddBoard();
        builder.Services.AddNotifications();
        builder.Services.AddGatewayChecks();
    }

    public static void MapGateway(this WebApplication app)
    {
        app.UseResponseCompression();
        app.UseSafety();
        app.MapAuth();
        app.MapOperators();
        app.MapMe();
        app.MapTokens();
        app.MapViews();
        app.MapSearch();
        app.MapInvites();
        app.MapWebhooks();
        app.MapBoard();
        app.MapDashboard();
        app.MapApiDocs();
    }

    /// <summary>False where nobody may look at the dashboard; then a silo in the same process need not collect for it either.</summary>
    public static bool HasDashboard(IConfiguration configuration) => GatewayOperations.HasDashboard(configuration);

    /// <summary>For a gateway in a process of its own.</summary>
    public static void AddClusterClient(this WebApplicationBuilder builder) => builder.UseOrleansClient(client =>
    {
        var cluster = builder.Configuration.GetSection("Cluster");
        var changes = new ClusterChanges();
        builder.Services.AddSingleton(changes);
        client.Configure<ClusterOptions>(o => (o.ClusterId, o.ServiceId) = (cluster["ClusterId"] ?? "tasklist", cluster["ServiceId"] ?? "tasklist"));
        client.Configure<ClientMessagingOptions>(o => o.ResponseTimeout = TimeSpan.FromSeconds(5));
        client.Configure<GatewayOptions>(o => o.GatewayListRefreshPeriod = TimeSpan.FromSeconds(5));
        client.Services.AddClientSockets();
        client.AddMemoryStreams(ClusterNames.UserEventStreams);
        client.AddGatewayCountChangedHandler((_, _) => changes.Raise());
        client.AddClientDashboard(builder.Configuration);

        if (builder.Configuration.GetConnectionString("Redis") is { Length: > 0 } redis)
            client.UseRedisClustering(o => o.ConfigurationOptions = ConfigurationOptions.Parse(redis));
        else
            client.UseStaticClustering(new IPEndPoint(IPAddress.Loopback, cluster.GetValue("OrleansGatewayPort", 30_000)));
    });
}
