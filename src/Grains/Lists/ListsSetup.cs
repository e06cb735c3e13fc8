using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Npgsql;
using Orleans.Configuration;
using TaskList.Grains.Notifications;

namespace TaskList.Grains.Lists;

public static class ListsSetup
{
    /// <summary>So often a list may move while a call is on its way to it, as in a rolling restart of a large cluster; then the call is refused, and its gateway asks again.</summary>
    const int Moves = 8;

    /// <summary>Lists are the large grains; the others keep Orleans' own age.</summary>
    public static ISiloBuilder LetIdleListsGo(this ISiloBuilder silo, TimeSpan after) =>
        silo.Configure<GrainCollectionOptions>(options => options.ClassSpecificCollectionAge[typeof(ListGrain).FullName!] = after);

    /// <summary>Lists wake up where they are asked for. On the silo's builder, because Orleans' own director for the same strategy must have been there before.</summary>
    public static ISiloBuilder PlaceLists(this ISiloBuilder silo) => silo.AddPlacementDirector<PreferLocalPlacement>(provider => provider.GetRequiredService<ListPlacement>());

    /// <summary>Lists go to silos that stay and to silos that have fewer.</summary>
    public static IServiceCollection AddListMoves(this IServiceCollection services)
    {
        services.Configure<SiloMessagingOptions>(options => options.MaxForwardCount = Moves);
        services.AddSingleton<ListHandover>();
        services.AddHostedService<ListBalancer>();
        return services;
    }

    /// <summary>Before the silo leaves. Those that have not gone by the deadline are taken down with it.</summary>
    public static Task HandOverLists(this IServiceProvider services, CancellationToken deadline) => services.GetRequiredService<ListHandover>().All(deadline);

    /// <summary>What the list grains need beside an <c>NpgsqlDataSource</c>.</summary>
    public static IServiceCollection AddLists(this IServiceCollection services)
    {
        services.AddOptions<ListSettings>()
            .BindConfiguration(ListSettings.Section)
            .Validate(settings => settings.AreSane, "Lists: a snapshot comes after at least one change.")
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<LogGrowth>();
        services.AddSingleton<ListMetrics>();
        services.AddSingleton<ListLog>();
        services.AddSingleton<Milestones>();
        services.AddSingleton<ListPast>();
        services.TryAddSingleton(provider => new Replica(
            provider.GetRequiredService<NpgsqlDataSource>(), [], provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<Replica>>()));
        services.AddHostedService(provider => provider.GetRequiredService<Replica>());
        services.AddSingleton<LocalLists>();
        services.AddSingleton<ListPlacement>();
        services.AddSingleton<ListLogWriter>();
        services.AddHostedService(provider => provider.GetRequiredService<ListLogWriter>());
        return services;
    }
}
