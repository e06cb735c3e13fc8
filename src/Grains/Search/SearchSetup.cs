using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TaskList.Grains.Lists;
using TaskList.Grains.Notifications;

namespace TaskList.Grains.Search;

static class SearchSetup
{
    public static IServiceCollection AddSearch(this IServiceCollection services)
    {
        services.TryAddSingleton<ListLog>();
        services.TryAddSingleton<Milestones>();
        services.AddTransient<ListHeads>();
        services.AddSingleton<SearchTables>();
        services.AddSingleton<SearchQueries>();
        services.AddKeyedTransient<IChangeConsumer, SearchConsumer>(SearchConsumer.Name);
        return services;
    }
}
