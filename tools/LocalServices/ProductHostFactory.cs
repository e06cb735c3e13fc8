using System.Globalization;

namespace TaskList.LocalServices;

/// <summary>Gives each host its ports, settings and log file.</summary>
sealed class ProductHostFactory(ProductClusterOptions options, string postgres, string? redis)
{
    public IEnumerable<ProductHost> CreateAll()
    {
        if (options is { Silos: 0, Gateways: 0 })
            yield return Create("standalone", HostRole.Standalone, options.FirstPort ?? FreePort.Next());
        for (var number = 1; number <= options.Silos; number++)
            yield return Create($"silo-{number}", HostRole.Silo, FreePort.Next());
        for (var number = 1; number <= options.Gateways; number++)
            yield return Create($"gateway-{number}", HostRole.Gateway, (options.FirstPort + number - 1) ?? FreePort.Next());
    }

    public ProductHost Create(string name, HostRole role, int port)
    {
        var network = role is HostRole.Silo ? options.Network : null;
        var address = network?.AddressOf(name).ToString() ?? HostSettings.Loopback;
        var settings = HostSettings.Common(options.Folder, postgres, redis, port, address);
        foreach (var (key, value) in options.Settings.Concat(options.SettingsOf(name)))
            settings[key] = value;
        if (role is not HostRole.Gateway)
        {
            settings["Cluster:AdvertisedAddress"] = address;
            settings["Cluster:SiloPort"] = FreePort.Next().ToString(CultureInfo.InvariantCulture);
            settings["Cluster:OrleansGatewayPort"] = FreePort.Next().ToString(CultureInfo.InvariantCulture);
        }

        var environment = settings.ToDictionary(setting => HostSettings.EnvironmentName(setting.Key), setting => setting.Value);
        environment[HostSettings.ExitWithParent] = "true";
        var log = Path.Combine(options.Folder, "logs", $"{name}.log");
        string[] program = ["dotnet", options.ProgramOf(name, role) ?? ProductBinaries.Host(role)];
        var command = network?.CommandOf(name, program) ?? program;
        return new ProductHost(name, role, address, port, new ChildCommand(command[0], command[1..], environment, log));
    }
}
