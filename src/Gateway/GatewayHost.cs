using TaskList.ServiceDefaults;

namespace TaskList.Gateway;

/// <summary>The gateway process: an Orleans client behind REST, SignalR and the web app.</summary>
public static class GatewayHost
{
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.AddServiceDefaults("gateway");
        builder.AddClusterClient();
        builder.AddGateway();

        var app = builder.Build();
        app.MapServiceDefaults();
        app.MapGateway();
        return app;
    }
}
