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

    [GeneratedRegex(@"^(\w+)=(.*)$")]
    private static partial Regex Assignment();
}
