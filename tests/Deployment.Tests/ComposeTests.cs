using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;

namespace TaskList.Deployment.Tests;

public sealed partial class ComposeTests
{
    [Fact]
    public void ClusterHasTwoOfEverythingThatMayFail() =>
        Assert.Equal(["gateway-1", "gateway-2", "nginx", "postgres", "redis", "silo-1", "silo-2"], Compose.Services.Select(service => service.Name).Order());

    [Fact]
    public void ImagesNameAVersion() =>
        Assert.All(Compose.Services, service => Assert.Matches(@":v?\d+[\w.-]*$", (string)service.Body["image"]));

    [Fact]
    public void EveryServiceIsWatchedAndComesBack() => Assert.All(Compose.Services, service =>
    {
        Assert.True(service.Body.ContainsKey("healthcheck"), service.Name);
        Assert.Equal("unless-stopped", service.Body["restart"]);
    });

    [Fact]
    public void ImagesAreBuiltFromStagesThatExist()
    {
        var targets = Compose.Services
            .Where(service => service.Body.ContainsKey("build"))
            .Select(service => (string)((Dictionary<object, object>)service.Body["build"])["target"])
            .Distinct()
            .ToArray();

        Assert.Equal(["gateway", "silo"], targets.Order());
        Assert.All(targets, target => Assert.Contains($" AS {target}\n", Repository.Read("Dockerfile"), StringComparison.Ordinal));
    }

    [Fact]
    public void VolumesAreDeclaredOrFiles()
    {
        foreach (var source in Compose.Services.SelectMany(service => Compose.Strings(service.Body, "volumes")).Select(volume => volume.Split(':')[0]))
        {
            if (source.StartsWith("./", StringComparison.Ordinal)) Assert.True(File.Exists(Repository.Path(source)), source);
            else Assert.Contains(source, Compose.Keys("volumes"));
        }
    }

    /// <summary>Where the image keeps its keys, and where nginx and the two servers look.</summary>
    [Theory]
    [InlineData("silo-1"), InlineData("silo-2"), InlineData("gateway-1"), InlineData("gateway-2")]
    [InlineData("postgres", "/var/lib/postgresql"), InlineData("redis", "/data"), InlineData("nginx", "/etc/nginx/nginx.conf", "/etc/nginx/gateways.conf")]
    public void VolumesAreWhereTheProgramsLook(string service, params string[] known)
    {
        if (known.Length == 0) known = [SecretsFolder().Match(Repository.Read("Dockerfile")).Groups[1].Value];

        Assert.Equal(known, Compose.Strings(Compose.Service(service), "volumes").Select(volume => volume.Split(':')[1]));
    }

    [Theory, InlineData("silo-1"), InlineData("silo-2"), InlineData("gateway-1"), InlineData("gateway-2")]
    public void HealthCheckIsTheImagesOwn(string service)
    {
        var stage = Repository.Read("Dockerfile").Split($" AS {service.Split('-')[0]}\n")[1].Split("\nFROM ")[0];
        var check = (Dictionary<object, object>)Compose.Service(service)["healthcheck"];

        Assert.Contains($"CMD [{string.Join(", ", ((List<object>)check["test"]).Skip(1).Select(word => $"\"{word}\""))}]\n", stage, StringComparison.Ordinal);
    }

    [Theory, InlineData("silo-1"), InlineData("silo-2"), InlineData("gateway-1"), InlineData("gateway-2")]
    public void ContainersHaveTimeToLeave(string service)
    {
        var body = Compose.Service(service);
        var drain = int.Parse(Compose.Environment(body).GetValueOrDefault("Shutdown__DrainSeconds", "0"), CultureInfo.InvariantCulture);
        var grace = int.Parse(((string)body["stop_grace_period"]).TrimEnd('s'), CultureInfo.InvariantCulture);

        // What each of them says goodbye with (at most 10 s), the drain, and the 40 s after which a host ends itself.
        Assert.True(grace > 10 + drain + LastMoment.Seconds);
    }

    [Fact]
    public void NetworksAndDependenciesAreDeclared()
    {
        Assert.All(Compose.Services.SelectMany(service => Compose.Strings(service.Body, "networks")), network => Assert.Contains(network, Compose.Keys("networks")));
        Assert.All(Compose.Services.SelectMany(service => Compose.Strings(service.Body, "depends_on")), name => Assert.Contains(name, Compose.Keys("services")));
    }

    [Theory, InlineData("silo-1"), InlineData("silo-2"), InlineData("gateway-1"), InlineData("gateway-2")]
    public void SettingsAreOnesTheCodeReads(string service)
    {
        var names = Compose.Environment(Compose.Service(service)).Keys;

        Assert.DoesNotContain(names, name => !KnownSettings.Knows(name));
        Assert.Contains("ConnectionStrings__Postgres", names);
        Assert.Contains("ConnectionStrings__Redis", names);
    }

    [Theory, InlineData("silo-1"), InlineData("silo-2")]
    public void SilosAdvertiseTheirOwnName(string service) =>
        Assert.Equal(service, Compose.Environment(Compose.Service(service))["Cluster__AdvertisedAddress"]);

    [Fact]
    public void OwnContainersMayDoNothingTheyNeedNot() =>
        Assert.All(Compose.Services.Where(service => service.Name is not "postgres" and not "redis"), service =>
        {
            Assert.Equal("true", service.Body["read_only"]);
            Assert.Equal(["ALL"], Compose.Strings(service.Body, "cap_drop"));
        });

    [Fact]
    public void OnlyNginxIsReachableAndOnlyFromThisMachine()
    {
        var open = Compose.Services.Where(service => service.Body.ContainsKey("ports")).ToArray();

        Assert.Equal("nginx", Assert.Single(open).Name);
        Assert.StartsWith("127.0.0.1:", Assert.Single(Compose.Strings(open[0].Body, "ports")), StringComparison.Ordinal);
    }

    [Fact]
    public void PasswordsAreNeverWrittenDown()
    {
        var values = Compose.Services.SelectMany(service => Compose.Environment(service.Body))
            .Where(variable => variable.Key.Contains("PASSWORD", StringComparison.OrdinalIgnoreCase) || variable.Value.Contains("password=", StringComparison.OrdinalIgnoreCase))
            .Select(variable => variable.Value)
            .ToArray();

        Assert.NotEmpty(values);
        Assert.All(values, value => Assert.Contains("PASSWORD:?", value, StringComparison.Ordinal));
    }

    [Fact]
    public void ExampleNamesEveryVariableAndHoldsNoPassword()
    {
        var example = Repository.Read(".env.example").Split('\n').Select(line => Assignment().Match(line)).Where(match => match.Success).ToArray();

        Assert.Equal(Compose.Variables.Order(), example.Select(match => match.Groups[1].Value).Order());
        Assert.All(example.Where(match => match.Groups[1].Value.EndsWith("PASSWORD", StringComparison.Ordinal)), match => Assert.Empty(match.Groups[2].Value));
    }

    [Fact]
    public void RedisForgetsNothing()
    {
        var command = string.Join(' ', Compose.Strings(Compose.Service("redis"), "command"));

        Assert.Contains("--appendonly yes", command, StringComparison.Ordinal);
        Assert.Contains("--maxmemory-policy noeviction", command, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"Secrets__Directory=(\S+)")]
    private static partial Regex SecretsFolder();

    [GeneratedRegex(@"^(\w+)=(.*)$")]
    private static partial Regex Assignment();
}
