using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TaskList.Grains.Notifications;

namespace TaskList.Grains.Auth;

public static class AuthSetup
{
    public static IServiceCollection AddAuth(this IServiceCollection services, AuthKeys keys)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(keys);
        services.AddSingleton<EmailIndex>();
        services.AddSingleton<EmailCipher>();
        services.AddSingleton<RefreshTokens>();
        services.AddSingleton<EndedSessionTable>();
        services.AddSingleton<PasswordQueue>();
        services.TryAddSingleton<ReminderTable>();
        return services;
    }
}
