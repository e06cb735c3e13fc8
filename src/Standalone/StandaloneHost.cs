using TaskList.Gateway;
using TaskList.ServiceDefaults;
using TaskList.Silo;

namespace TaskList.Standalone;

/// <summary>Silo and gateway in one process.</summary>
public static class StandaloneHost
{
    /// <param name="settings">Settings that win over environment and files; null for none.</param>
    public static WebApplication Build(string[] args, IEnumerable<KeyValuePair<string, string?>>? settings = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        if (settings is not null) builder.Configuration.AddInMemoryCollection(settings);
        if (!GatewaySetup.HasDashboard(builder.Configuration)) builder.Configuration["Dashboard"] = "off";
        builder.AddServiceDefaults("standalone");
        builder.AddSilo();
        builder.AddGateway();

        var app = builder.Build();
        app.MapServiceDefaults();
        app.MapSilo();
        app.MapGateway();
        return app;
    }
}
