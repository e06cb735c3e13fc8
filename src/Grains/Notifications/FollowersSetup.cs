using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TaskList.Contracts;
using TaskList.Contracts.Notifications;
using TaskList.Grains.Search;

namespace TaskList.Grains.Notifications;

public static class FollowersSetup
{
    /// <summary>Readers of the log, and the streams that carry users' events to gateways. Grain storage "PubSubStore" is the host's part.</summary>
    public static ISiloBuilder AddFollowers(this ISiloBuilder silo, IConfiguration configuration)
    {
        silo.AddMemoryStreams(ClusterNames.UserEventStreams, streams =>
        {
            streams.ConfigurePartitioning(ClusterNames.UserEventPartitions);
            // Every queue is asked this often even when nobody does anything; a notification may take that long.
            streams.ConfigurePullingAgent(agent => agent.Configure(o => o.GetQueueMsgsTimerPeriod = TimeSpan.FromMilliseconds(100)));
        });

        var services = silo.Services;
        services.AddOptions<FollowerSettings>()
            .BindConfiguration(FollowerSettings.Section)
            .Validate(settings => settings.AreSane, "Followers: pauses and bounds must be above zero, and no first pause longer than the longest.")
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<LogGrowth>();
        services.AddSingleton<FollowerLog>();
        services.AddSingleton<FollowerMetrics>();
        services.AddSingleton<UserEventPublisher>();
        services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>, FollowerWaker>();

        services.AddReminders();
        services.AddSearch();
        List<string> consumers = [ListsConsumer.Name, SearchConsumer.Name, TransfersConsumer.Name];
        services.AddKeyedTransient<IChangeConsumer>(TransfersConsumer.Name, (provider, _) =>
            new TransfersConsumer(provider.GetRequiredService<IGrainFactory>(), provider.GetRequiredService<UserEventPublisher>().Publish, provider.GetRequiredService<TimeProvider>()));
        services.AddKeyedTransient<IChangeConsumer>(ListsConsumer.Name, (provider, _) =>
            new ListsConsumer(provider.GetRequiredService<IGrainFactory>(), provider.GetRequiredService<UserEventPublisher>().Publish));
        if (configuration.GetConnectionString("RabbitMq") is { Length: > 0 } broker)
        {
            consumers.Add(RabbitMqConsumer.Name);
            var address = BrokerAddress(broker);
            services.AddSingleton(_ => new RabbitMqConnection(address));
            services.AddKeyedTransient<IChangeConsumer, RabbitMqConsumer>(RabbitMqConsumer.Name);
        }

        services.AddSingleton(new FollowerConsumers(consumers));
        return silo;
    }

    static void AddReminders(this IServiceCollection services)
    {
        services.TryAddSingleton<ReminderTable>();
        services.AddTransient(provider => ActivatorUtilities.CreateInstance<Reminders>(
            provider, (Func<UserEvent, Task>)provider.GetRequiredService<UserEventPublisher>().Publish));
        services.AddSingleton(new KeptAwake(grains => grains.GetGrain<IRemindersGrain>(0).Wake()));
    }

    /// <summary>The text is not repeated in the error: it holds a password.</summary>
    static Uri BrokerAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "amqp" or "amqps"
            ? address
            : throw new InvalidOperationException("ConnectionStrings:RabbitMq must be an address like amqp://user:password@host:5672/.");
}
