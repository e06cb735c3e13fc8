using System.Net;
using System.Net.Sockets;
using Orleans.Configuration;
using StackExchange.Redis;
using TaskList.Grains.Auth;
using TaskList.Grains.Lists;
using TaskList.Grains.Notifications;
using TaskList.Grains.Webhooks;
using TaskList.ServiceDefaults;
using TaskList.Silo.Clustering;
using TaskList.Silo.Operations;

namespace TaskList.Silo;

/// <summary>Everything a process needs to host grains.</summary>
public static class SiloSetup
{
    /// <summary>Thousands of lists leave in a few seconds; a list whose commits hang must not keep the rest.</summary>
    static readonly TimeSpan HandoverLimit = TimeSpan.FromSeconds(10);

    /// <summary>Its lists have left; what it still has to do takes less.</summary>
    static readonly TimeSpan FarewellInVain = TimeSpan.FromSeconds(4);

    public static void AddSilo(this WebApplicationBuilder builder)
    {
        var postgres = PostgresSetup.ToPrimary(builder.Configuration.GetConnectionString("Postgres")
            ?? throw new InvalidOperationException("ConnectionStrings:Postgres is missing: the silo keeps its lists in Postgres."));
        builder.Services.AddOptions<SiloSettings>().BindConfiguration(SiloSettings.Section).ValidateDataAnnotations().ValidateOnStart();

        SchemaMigrations.Apply(postgres);
        builder.Services.AddPostgres(postgres, builder.Configuration.GetConnectionString("PostgresReplica"));
        builder.Services.AddLists();
        builder.Services.AddListMoves();
        builder.Services.AddAuth(AuthSecrets.Load(new SecretFiles(builder.Configuration)));
        builder.Services.AddWebhooks();
        builder.Services.AddSiloChecks();
        builder.Host.UseOrleans(silo => silo.ConfigureCluster(builder.Configuration));
    }

    /// <summary>A silo that is asked to leave sends its lists ahead, while everything still works.</summary>
    public static void MapSilo(this WebApplication app)
    {
        var drain = app.Services.GetRequiredService<HostDrain>();
        drain.OnBegin(app.Services.HandOverLists, HandoverLimit);
        if (app.Services.GetService<MembershipWatch>() is { } membership) drain.OnBegin(cancellation => HurryWhereNobodyListens(drain, membership, cancellation), HandoverLimit);
    }

    /// <summary>Orleans would try for half a minute to write into Redis that it leaves, and the others would take it for working all the while.</summary>
    static async Task HurryWhereNobodyListens(HostDrain drain, MembershipWatch membership, CancellationToken cancellation)
    {
        if (!await membership.CanSayGoodbye(cancellation)) drain.LastMoment = FarewellInVain;
    }

    static void ConfigureCluster(this ISiloBuilder silo, IConfiguration configuration)
    {
        var settings = configuration.GetSection(SiloSettings.Section).Get<SiloSettings>() ?? new SiloSettings();
        silo.Configure<ClusterOptions>(o => (o.ClusterId, o.ServiceId) = (settings.ClusterId, settings.ServiceId));
        silo.Services.AddSiloSockets();
        silo.PlaceLists();
        silo.LetIdleListsGo(settings.IdleListsLeaveAfter);
        silo.Configure<SiloMessagingOptions>(o =>
        {
            o.ResponseTimeout = TimeSpan.FromSeconds(5);

            // A gateway that died; until then messages to it pile up. It comes back as another client.
            o.ClientDropTimeout = TimeSpan.FromSeconds(10);

            // A grain that cannot keep up says so, and its callers come back; without a bound they would wait in memory until they have given up.
            o.MaxEnqueuedRequestsHardLimit = 10_000;
        });

        // Under pressure lists that nobody uses leave memory, and what comes from gateways is turned away before everything becomes slow; gateways ask again.
        silo.Configure<GrainCollectionOptions>(o => o.EnableActivationSheddingOnMemoryPressure = true);
        silo.Configure<LoadSheddingOptions>(o => (o.LoadSheddingEnabled, o.CpuThreshold, o.MemoryThreshold) = (true, 99, 90));

        if (configuration.GetConnectionString("Redis") is { Length: > 0 } redis)
        {
            silo.UseRedisClustering(o => o.ConfigurationOptions = ConfigurationOptions.Parse(redis));
            var address = Dns.GetHostAddresses(settings.AdvertisedAddress, AddressFamily.InterNetwork)[0];
            silo.ConfigureEndpoints(address, settings.SiloPort, settings.OrleansGatewayPort, listenOnAnyHostAddress: true);
            silo.Configure<ClusterMembershipOptions>(FailureDetection);
            silo.Services.AddSingleton<MembershipWatch>();
            silo.Services.AddHostedService(provider => provider.GetRequiredService<MembershipWatch>());
            silo.Services.AddHostedService<ThreadReserve>();
            silo.Services.AddHealthChecks().AddCheck<MembershipCheck>("membership");
        }
        else
        {
            silo.UseLocalhostClustering(settings.SiloPort, settings.OrleansGatewayPort, serviceId: settings.ServiceId, clusterId: settings.ClusterId);
        }

        silo.AddPostgresGrainStorage();
        silo.AddFollowers(configuration);
        silo.AddSiloDashboard(configuration);
    }

    /// <summary>A crash is noticed within 2 to 4 s, by silos that have just joined as well, silence within about 11 s.</summary>
    static void FailureDetection(ClusterMembershipOptions options)
    {
        options.ProbeTimeout = TimeSpan.FromSeconds(1);
        options.MinProbeTimeout = TimeSpan.FromSeconds(1);
        options.MaxProbeTimeout = TimeSpan.FromSeconds(3);
        options.NumMissedProbesLimit = 3;
        options.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(5);
        options.TableRefreshTimeout = TimeSpan.FromSeconds(10);
    }
}
