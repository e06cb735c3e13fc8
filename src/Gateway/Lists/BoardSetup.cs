using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TaskList.Contracts;
using TaskList.Contracts.Lists;
using TaskList.Gateway.Lists.Export;
using TaskList.Gateway.Lists.Import;
using TaskList.ServiceDefaults;

namespace TaskList.Gateway.Lists;

static class BoardSetup
{
    public const string HubPath = "/hubs/board";

    /// <summary>Clients come back after a random part of this time when a gateway goes.</summary>
    static readonly DrainingMessage Draining = new(RetryAfterMs: 4_000);

    /// <summary>For that word to reach the wire, also where no longer drain is set.</summary>
    static readonly TimeSpan Farewell = TimeSpan.FromMilliseconds(300);

    public static IServiceCollection AddBoard(this IServiceCollection services)
    {
        services.TryAddSingleton<ClusterChanges>();
        services.AddSingleton<GatewayMetrics>();
        services.AddSingleton<PeopleNames>();
        services.AddSingleton<LetterWriter>();
        services.AddSingleton<Outboxes>();
        services.AddSingleton<HubLifetimeManager<ListHub>>(provider => provider.GetRequiredService<Outboxes>());
        services.AddSingleton<ListGrains>();
        services.AddSingleton<ListFeeds>();
        services.AddHostedService(provider => provider.GetRequiredService<ListFeeds>());
        services.AddHostedService<PresenceWatch>();
        services.AddSingleton<HubFailures>();
        services.AddSingleton<TokenExpiry>();
        services.AddHostedService(provider => provider.GetRequiredService<TokenExpiry>());
        services.AddImport();
        services.AddExport();
        services.Configure<Microsoft.AspNetCore.Builder.WebSocketOptions>(sockets =>
        {
            // SignalR misses the pings of a client only after its first one; a socket whose other end has vanished before that would stay.
            sockets.KeepAliveInterval = TimeSpan.FromSeconds(15);
            sockets.KeepAliveTimeout = TimeSpan.FromSeconds(45);
        });
        services.AddResponseCompression(compression => compression.EnableForHttps = true);
        services.AddSignalR(hub =>
        {
            hub.MaximumReceiveMessageSize = ListLimits.HubMessageBytes;
            hub.HandshakeTimeout = TimeSpan.FromSeconds(5);
            hub.EnableDetailedErrors = false;
            hub.AddFilter<HubFailures>();
        }).AddJsonProtocol(json => json.PayloadSerializerOptions.Encoder = MinimalEncoder.Instance);
        return services;
    }

    public static void MapBoard(this WebApplication app)
    {
        app.MapListsApi();
        app.MapCommandsApi();
        app.MapImportApi();
        app.MapExportApi();
        app.Use(RefuseWhoComesToAnEnd);
        app.MapHub<ListHub>(HubPath, options => options.Transports = HttpTransports.All).RequireAuthorization();

        // While the sockets still live: SignalR cuts them the moment the application stops, whether or not they have sent what was posted.
        var (outboxes, letters) = (app.Services.GetRequiredService<Outboxes>(), app.Services.GetRequiredService<LetterWriter>());
        app.Services.GetRequiredService<HostDrain>().OnBegin(cancellation =>
        {
            outboxes.PostAll(letters.Write(ListMessages.Draining, Draining));
            return Task.Delay(Farewell, cancellation);
        });
    }

    /// <summary>
    /// SignalR ends the connections that there are when the application stops, and no later ones: whoever came back at once would be served here until the host has run out of patience.
    /// </summary>
    static Task RefuseWhoComesToAnEnd(HttpContext context, RequestDelegate next)
    {
        var ending = context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested;
        return ending && context.Request.Path.StartsWithSegments(HubPath) ? Problems.Write(context, Refusal.Undecided(Codes.Unavailable)) : next(context);
    }
}
