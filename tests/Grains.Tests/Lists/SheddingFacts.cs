using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using TaskList.Silo;
using Xunit;

namespace TaskList.Grains.Tests.Lists;

/// <summary>What a silo does under pressure, as the product builds it. Both are off unless somebody asks for them.</summary>
public sealed class SheddingFacts(TestPostgres server)
{
    [Fact]
    public async Task BuiltSiloLetsIdleListsGoAndTurnsCallsAwayUnderPressure()
    {
        var secrets = Directory.CreateTempSubdirectory("tasklist-shedding-").FullName;
        try
        {
            await using var silo = SiloHost.Build([$"--ConnectionStrings:Postgres={await server.CreateDatabase()}", $"--Secrets:Directory={secrets}"]);

            var lists = silo.Services.GetRequiredService<IOptions<GrainCollectionOptions>>().Value;
            Assert.True(lists.EnableActivationSheddingOnMemoryPressure);
            Assert.Equal((80, 75), (lists.MemoryUsageLimitPercentage, lists.MemoryUsageTargetPercentage));

            var calls = silo.Services.GetRequiredService<IOptions<LoadSheddingOptions>>().Value;
            Assert.True(calls.LoadSheddingEnabled);
            Assert.Equal((99, 90), (calls.CpuThreshold, calls.MemoryThreshold));
        }
        finally
        {
            Directory.Delete(secrets, recursive: true);
        }
    }
}
