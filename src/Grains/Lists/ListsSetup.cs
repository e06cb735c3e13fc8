using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Npgsql;
using Orleans.Configuration;
using TaskList.Grains.Notifications;

namespace TaskList.Grains.Lists;

public static class ListsSetup
{
    /// <summary>Lists are the large grains; the others keep Orleans' own age.</summary>
    public static ISiloBuilder LetIdleListsGo(this ISiloBuilder silo, TimeSpan after) =>
        silo.Configure<GrainCollectionOptions>(options => options.ClassSpecificCollectionAge[typeof(ListGrain).FullName!] = after);

    /// <summary>What the list grains need beside an <c>NpgsqlDataSource</c>.</summary>
    public static IServiceCollection AddLists(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<LogGrowth>();
        services.AddSingleton<ListMetrics>();
        services.AddSingleton<ListLog>();
        services.AddSingleton<Milestones>();
        services.AddSingleton<ListPast>();
        services.TryAddSingleton(provider => new Replica(
            provider.GetRequiredService<NpgsqlDataSource>(), null, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<Replica>>()));
        services.AddHostedService(provider => provider.GetRequiredService<Replica>());
        services.AddSingleton<ListLogWriter>();
        services.AddHostedService(provider => provider.GetRequiredService<ListLogWriter>());
        return services;
    }
}
