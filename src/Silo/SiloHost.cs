using TaskList.ServiceDefaults;

namespace TaskList.Silo;

/// <summary>The silo process: grains, and an HTTP port for probes and metrics.</summary>
public static class SiloHost
{
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.AddServiceDefaults("silo");
        builder.AddSilo();

        var app = builder.Build();
        app.MapServiceDefaults();
        app.MapSilo();
        return app;
    }
}
