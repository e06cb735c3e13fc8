using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;

namespace TaskList.Gateway.Auth;

/// <summary>ASP.NET's data-protection keys, shared by all gateways: the one table a gateway has, so it makes it itself.</summary>
sealed class KeyRing(IConfiguration configuration) : IXmlRepository
{
    readonly string _connection = ToPrimary(configuration.GetConnectionString("Postgres")
        ?? throw new InvalidOperationException("ConnectionStrings:Postgres is missing: gateways share their cookie keys there."));

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var connection = Open();
        using var select = new NpgsqlCommand("SELECT xml FROM data_protection_key ORDER BY made_at", connection);
        using var rows = select.ExecuteReader();
        var elements = new List<XElement>();
        while (rows.Read()) elements.Add(XElement.Parse(rows.GetString(0)));
        return elements;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var connection = Open();
        using var insert = new NpgsqlCommand("INSERT INTO data_protection_key (name, xml) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING", connection);
        insert.Parameters.Add(new NpgsqlParameter<string> { TypedValue = friendlyName });
        insert.Parameters.Add(new NpgsqlParameter<string> { TypedValue = element.ToString(SaveOptions.DisableFormatting) });
        insert.ExecuteNonQuery();
    }

    static string ToPrimary(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "tasklist-gateway", MaxPoolSize = 2, Timeout = 5, CommandTimeout = 5 };
        if (settings.Host?.Contains(',') is true) settings.TargetSessionAttributes ??= "read-write";
        return settings.ConnectionString;
    }

    NpgsqlConnection Open()
    {
        var connection = new NpgsqlConnection(_connection);
        connection.Open();
        // Two gateways that start together would both try to create it; the lock lets one go first.
        using var create = new NpgsqlCommand("""
            SELECT pg_advisory_xact_lock(7310032);
            CREATE TABLE IF NOT EXISTS data_protection_key (name text PRIMARY KEY, xml text NOT NULL, made_at timestamptz NOT NULL DEFAULT now())
            """, connection);
        create.ExecuteNonQuery();
        return connection;
    }
}
