using System.Xml.Linq;
using Xunit;

namespace TaskList.Architecture.Tests;

/// <summary>Which project may know which. A new arrow is a decision: draw it here and say why in docs/decisions.md.</summary>
public sealed class ArrowsTests
{
    static readonly Dictionary<string, string[]> Drawn = new()
    {
        ["src/Contracts"] = [],
        ["src/ServiceDefaults"] = [],
        ["src/Grains"] = ["src/Contracts"],
        ["src/Silo"] = ["src/Grains", "src/ServiceDefaults", "src/Contracts"],
        ["src/Gateway"] = ["src/Contracts", "src/ServiceDefaults"],
        ["src/Standalone"] = ["src/Gateway", "src/Silo", "src/ServiceDefaults"],
        ["tools/LocalServices"] = [],
        ["tools/Launcher"] = ["src/Standalone", "tools/LocalServices"],
        ["benchmarks/HistoryChecker"] = [],
        ["benchmarks/LoadGenerator"] = ["benchmarks/HistoryChecker"],
        ["benchmarks/RawSignalR"] = [],
        ["benchmarks/Faults"] = ["benchmarks/HistoryChecker", "benchmarks/LoadGenerator", "tools/LocalServices", "src/Silo", "src/Gateway", "src/Standalone"],
        ["benchmarks/InProcess"] = ["benchmarks/LoadGenerator", "src/Standalone"],
        ["benchmarks/Bench"] = ["benchmarks/LoadGenerator", "tools/LocalServices", "benchmarks/InProcess", "benchmarks/RawSignalR", "src/Standalone"],
    };

    [Fact]
    public void ProjectsReferenceOnlyWhatIsDrawn()
    {
        var wrong = from project in Rooms()
                    from target in References(project)
                    where !Drawn[Folder(project)].Contains(target)
                    select $"{Folder(project)} -> {target}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void EveryRoomIsDrawn() =>
        Assert.Empty(Rooms().Select(Folder).Except(Drawn.Keys));

    [Fact]
    public void ProductKnowsNoTestAndNoBench()
    {
        var wrong = Projects("src").Concat(Projects("tools")).SelectMany(References)
            .Where(target => target.StartsWith("tests/", StringComparison.Ordinal) || target.StartsWith("benchmarks/", StringComparison.Ordinal));

        Assert.Empty(wrong);
    }

    [Fact]
    public void GatewayCannotHostGrains() =>
        Assert.DoesNotContain(Packages("src/Gateway/Gateway.csproj"), package => package is "Microsoft.Orleans.Server" or "Microsoft.Orleans.Persistence.AdoNet");

    [Fact]
    public void ContractsNeedNothingButOrleans() =>
        Assert.All(Packages("src/Contracts/Contracts.csproj"), package => Assert.StartsWith("Microsoft.Orleans.", package, StringComparison.Ordinal));

    static IEnumerable<string> Rooms() => Projects("src").Concat(Projects("tools")).Concat(Projects("benchmarks"));

    static IEnumerable<string> Projects(string folder) => Repository.Files(folder, "*.csproj");

    static string Folder(string project) => Path.GetDirectoryName(project)!.Replace('\\', '/');

    static IEnumerable<string> References(string project) =>
        from reference in XDocument.Parse(Repository.Read(project)).Descendants("ProjectReference")
        let target = Path.GetFullPath(Path.Combine(Repository.Root, Folder(project), reference.Attribute("Include")!.Value.Replace('\\', '/')))
        select Folder(Path.GetRelativePath(Repository.Root, target).Replace('\\', '/'));

    static IEnumerable<string> Packages(string project) =>
        XDocument.Parse(Repository.Read(project)).Descendants("PackageReference").Select(package => package.Attribute("Include")!.Value);
}
