using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Orleans.TestingHost;
using TaskList.Contracts;
using TaskList.Contracts.Auth;
using TaskList.Contracts.Users;
using TaskList.Grains.Auth;
using TaskList.Grains.Lists;
using TaskList.Grains.Webhooks;
using Xunit;

namespace TaskList.Grains.Tests;

/// <summary>A silo with lists and people on a real database, and a clock that a test can put forward.</summary>
public sealed class PeopleCluster(TestPostgres server) : IAsyncLifetime
{
    public const string Password = "correct horse battery";

    internal ShiftedTime Time { get; } = new();

    internal CallTexts Texts { get; } = new();

    internal NpgsqlDataSource Postgres { get; private set; } = null!;

    internal InProcessTestCluster Cluster { get; private set; } = null!;

    internal IGrainFactory Grains => Cluster.Client;

    internal IAuthGrain Auth => Grains.GetGrain<IAuthGrain>(0);

    public async ValueTask InitializeAsync()
    {
        Postgres = NpgsqlDataSource.Create(await server.CreateDatabase());
        var keys = new AuthKeys(RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32));
        var builder = new InProcessTestClusterBuilder(1);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddSingleton(Postgres);
            silo.Services.AddSingleton<TimeProvider>(Time);
            silo.Services.AddLists();
            silo.Services.AddAuth(keys);
            silo.Services.AddWebhooks();
            silo.AddIncomingGrainCallFilter(Texts);
            silo.UseSystemTextJsonGrainStorageSerializer();
            silo.AddAdoNetGrainStorage(ClusterNames.GrainStorage, options => (options.Invariant, options.DataSource) = ("Npgsql", Postgres));
        });
        Cluster = builder.Build();
        await Cluster.DeployAsync();
    }

    public static string NewEmail() => $"{Guid.NewGuid():n}@example.org";

    internal async Task<SignedIn> Register(string email)
    {
        var result = await Auth.Register(new Registration(email, Password, "Ada", "en", "UTC"));
        Assert.True(result.Ok);
        return result.Value;
    }

    internal IUserGrain User(Guid userId) => Grains.GetGrain<IUserGrain>(userId);

    /// <summary>Every activation is thrown away, so that the next call reads what is stored.</summary>
    internal Task ForgetActivations() => Cluster.Client.GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero);

    public async ValueTask DisposeAsync()
    {
        await Cluster.DisposeAsync();
        await Postgres.DisposeAsync();
    }
}
