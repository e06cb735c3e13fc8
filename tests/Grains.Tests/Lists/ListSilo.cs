using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Orleans.TestingHost;
using TaskList.Grains.Lists;

namespace TaskList.Grains.Tests.Lists;

/// <summary>A cluster of one silo with lists and nothing else, on a database of the test's choice.</summary>
static class ListSilo
{
    public static async Task<InProcessTestCluster> Deploy(NpgsqlDataSource postgres, Action<ISiloBuilder>? more = null)
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddSingleton(postgres);
            silo.Services.AddLists();
            more?.Invoke(silo);
        });
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return cluster;
    }
}
