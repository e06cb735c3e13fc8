using Npgsql;
using Orleans.Configuration;
using Orleans.Serialization;
using Orleans.Storage;
using TaskList.Contracts;

namespace TaskList.Silo;

static class GrainStorageSetup
{
    public static void AddPostgresGrainStorage(this ISiloBuilder silo)
    {
        silo.AddAdoNetGrainStorage(ClusterNames.GrainStorage, options => options.Configure<NpgsqlDataSource>(UsePostgres));
        silo.UseSystemTextJsonGrainStorageSerializer();

        // Orleans' own state of stream subscriptions: System.Text.Json writes it, but cannot read it back.
        silo.AddAdoNetGrainStorage("PubSubStore", options => options.Configure<NpgsqlDataSource, OrleansJsonSerializer>((o, source, json) =>
        {
            UsePostgres(o, source);
            o.GrainStorageSerializer = new JsonGrainStorageSerializer(json);
        }));
    }

    static void UsePostgres(AdoNetGrainStorageOptions options, NpgsqlDataSource dataSource)
    {
        options.Invariant = "Npgsql";
        options.DataSource = dataSource;
    }
}
