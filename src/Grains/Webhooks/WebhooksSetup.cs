using Microsoft.Extensions.DependencyInjection;
using TaskList.Contracts;
using TaskList.Contracts.Webhooks;
using TaskList.Grains.Notifications;

namespace TaskList.Grains.Webhooks;

public static class WebhooksSetup
{
    /// <summary>Webhooks of lists, beside lists, followers and the keys of sign-in.</summary>
    public static IServiceCollection AddWebhooks(this IServiceCollection services)
    {
        services.AddOptions<WebhookSettings>()
            .BindConfiguration(WebhookSettings.Section)
            .Validate(settings => settings.AreSane, "Webhooks: pauses and bounds must be above zero, and no first pause longer than the longest.")
            .ValidateOnStart();
        services.AddSingleton<WebhookSecrets>();
        services.AddSingleton<WebhookTable>();
        services.AddSingleton<WebhookQueue>();
        services.AddSingleton<WebhookSender>();
        services.AddSingleton<WebhookMetrics>();
        services.AddSingleton<WebhookRun>();
        for (var partition = 0; partition < ClusterNames.WebhookPartitions; partition++)
        {
            var number = partition;
            services.AddSingleton(new KeptAwake(grains => grains.GetGrain<IWebhookPumpGrain>(number).Wake()));
        }

        return services;
    }
}
