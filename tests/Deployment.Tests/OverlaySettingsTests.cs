using System.Globalization;
using System.Text.RegularExpressions;
using k8s.Models;
using TaskList.Silo;
using Xunit;

namespace TaskList.Deployment.Tests;

/// <summary>What each overlay tells our own programs, Jobs among them, is what the programs understand.</summary>
public sealed partial class OverlaySettingsTests
{
    public static TheoryData<string> Folders => [.. Overlay.Folders];

    [Theory, MemberData(nameof(Folders))]
    public async Task SettingsAreOnesTheCodeReads(string folder)
    {
        var overlay = await Overlay.Build(folder);
        var own = Own(overlay).SelectMany(container => container.Env ?? []).ToArray();
        // One that another one's value is made of is not the program's.
        var parts = own.SelectMany(variable => Part().Matches(variable.Value ?? "")).Select(match => match.Groups[1].Value).ToHashSet();
        var shared = overlay.Known.OfType<V1ConfigMap>().Where(map => map.Metadata.Name == "tasklist-settings").SelectMany(map => map.Data.Keys);

        Assert.NotEmpty(own);
        Assert.DoesNotContain(own.Select(variable => variable.Name).Concat(shared), name => !KnownSettings.Knows(name) && !parts.Contains(name));
    }

    [Theory, MemberData(nameof(Folders))]
    public async Task VerbsAreOnesTheProgramKnows(string folder)
    {
        var verbs = Verb().Matches(Repository.Read("src/Silo/Operations/LogCommand.cs")).Select(match => match.Groups[1].Value).ToArray();
        var jobs = (await Overlay.Build(folder)).Known.OfType<V1Job>().Select(job => job.Spec.Template.Spec);

        Assert.All(jobs.SelectMany(pod => pod.Containers.Concat(pod.InitContainers ?? [])), container => Assert.Contains(Assert.Single(container.Args), verbs));
    }

    [Theory, MemberData(nameof(Folders))]
    public async Task PortsAreThoseOfTheImages(string folder)
    {
        var defaults = new SiloSettings();
        Assert.All(Own(await Overlay.Build(folder)).Where(container => container.Ports is not null), container =>
        {
            int[] expected = container.Name == "silo" ? [8081, defaults.SiloPort, defaults.OrleansGatewayPort] : [8080];
            Assert.Equal(expected, container.Ports.Select(port => port.ContainerPort));
            Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"http://+:{expected[0]}"), container.Env.Single(variable => variable.Name == "ASPNETCORE_URLS").Value);
            Assert.Contains($"EXPOSE {string.Join(' ', expected)}\n", Repository.Read("Dockerfile"), StringComparison.Ordinal);
        });
    }

    static IEnumerable<V1Container> Own(Overlay overlay) => overlay.Containers.Where(container => container.Image.StartsWith("tasklist/", StringComparison.Ordinal));

    [GeneratedRegex(@"\$\((\w+)\)")]
    private static partial Regex Part();

    [GeneratedRegex(@"\[""([\w-]+)""")]
    private static partial Regex Verb();
}
