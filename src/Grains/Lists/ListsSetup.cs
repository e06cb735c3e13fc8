using Microsoft.Extensions.DependencyInjection;

namespace TaskList.Grains.Lists;

public static class ListsSetup
{
    public static IServiceCollection AddLists(this IServiceCollection services) => services;
}
