using System.Net;
using System.Net.Sockets;
using Npgsql;
using Orleans.Configuration;
using StackExchange.Redis;
using TaskList.Grains.Auth;
using TaskList.Grains.Lists;
using TaskList.Grains.Notifications;
using TaskList.ServiceDefaults;
using TaskList.Silo.Operations;

namespace TaskList.Silo;

/// <summary>Everything a process needs to host grains.</summary>
public static class SiloSetup
{
    const string GenericPlans = "SET plan_cache_mode = force_generic_plan";

    public static void AddSilo(this WebApplicationBuilder builder)
    {
        var postgres = builder.Configuration.GetConnectionString("Postgres")
            ?? throw new InvalidOperationException("ConnectionStrings:Postgres is missing: the silo keeps its lists in Postgres.");
        builder.Services.AddOptions<SiloSettings>().BindConfiguration(SiloSettings.Section).ValidateDataAnnotations().ValidateOnStart();

        SchemaMigrations.Apply(postgres);
        builder.Services.AddPostgres(postgres);
        builder.Services.AddLists();
        builder.Services.AddAuth(AuthSecrets.Load(new SecretFiles(builder.Configuration)));
        builder.Services.AddSiloChecks();
        builder.Host.UseOrleans(silo => silo.ConfigureCluster(builder.Configuration));
    }

    static void AddPostgres(this IServiceCollection services, string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            ApplicationName = "tasklist-silo",
            MaxAutoPrepare = 50,
            AutoPrepareMinUsages = 2,
            MaxPoolSize = 30,
            NoResetOnClose = true,
            Timeout = 5,
            CommandTimeout = 5,
        };
        var source = new NpgsqlDataSourceBuilder(settings.ConnectionString);
        source.UsePhysicalConnectionInitializer(PlanOnce, PlanOnceAsync);
        services.AddSingleton(_ => source.Build());
    }

    /// <summary>
    /// The append's arrays differ in length each time, and Postgres would plan it anew each time in the hope of something better: that cost as much as the insert.
    /// </summary>
    static void PlanOnce(NpgsqlConnection connection)
    {
        using var command = new NpgsqlCommand(GenericPlans, connection);
        command.ExecuteNonQuery();
    }

    static async Task PlanOnceAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(GenericPlans, connection);
        await command.ExecuteNonQueryAsync();
    }

    static void ConfigureCluster(this ISiloBuilder silo, IConfiguration configuration)
    {
        var settings = configuration.GetSection(SiloSettings.Section).Get<SiloSettings>() ?? new SiloSettings();
        silo.Configure<ClusterOptions>(o => (o.ClusterId, o.ServiceId) = (settings.ClusterId, settings.ServiceId));
        silo.LetIdleListsGo(settings.IdleListsLeaveAfter);
        silo.Configure<SiloMessagingOptions>(o =>
        {
            o.ResponseTimeout = TimeSpan.FromSeconds(5);

            // A gateway that died; until then messages to it pile up. It comes back as another client.
            o.ClientDropTimeout = TimeSpan.FromSeconds(10);
        });

        if (configuration.GetConnectionString("Redis") is { Length: > 0 } redis)
        {
            silo.UseRedisClustering(o => o.ConfigurationOptions = ConfigurationOptions.Parse(redis));
            var address = Dns.GetHostAddresses(settings.AdvertisedAddress, AddressFamily.InterNetwork)[0];
            silo.ConfigureEndpoints(address, settings.SiloPort, settings.OrleansGatewayPort, listenOnAnyHostAddress: true);
            silo.Configure<ClusterMembershipOptions>(FailureDetection);
        }
        else
        {
            silo.UseLocalhostClustering(settings.SiloPort, settings.OrleansGatewayPort, serviceId: settings.ServiceId, clusterId: settings.ClusterId);
        }

        silo.AddPostgresGrainStorage();
        silo.AddFollowers(configuration);
        silo.AddSiloDashboard(configuration);
    }

    /// <summary>A crash is noticed within 2 to 4 s, silence within about 14 s.</summary>
    static void FailureDetection(ClusterMembershipOptions options)
    {
        options.ProbeTimeout = TimeSpan.FromSeconds(2);
        options.MinProbeTimeout = TimeSpan.FromSeconds(1);
        options.MaxProbeTimeout = TimeSpan.FromSeconds(4);
        options.NumMissedProbesLimit = 3;
        options.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(5);
        options.TableRefreshTimeout = TimeSpan.FromSeconds(10);
    }
}
