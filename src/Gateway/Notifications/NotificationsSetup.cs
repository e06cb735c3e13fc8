using Microsoft.Extensions.DependencyInjection.Extensions;

namespace TaskList.Gateway.Notifications;

static class NotificationsSetup
{
    public static IServiceCollection AddNotifications(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<EndedSessions>();
        services.AddSingleton<UserConnections>();
        services.AddHostedService<EndedSessionsWatch>();
        services.AddSingleton<UserEventStreamFactory>();
        services.AddHostedService<UserEventBridge>();
        return services;
    }
}
