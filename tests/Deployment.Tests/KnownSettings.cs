using System.Text.RegularExpressions;

namespace TaskList.Deployment.Tests;

/// <summary>The configuration keys that the code reads, taken from the code: deployment files and documentation are held against them.</summary>
static partial class KnownSettings
{
    /// <summary>Read by ASP.NET or .NET themselves.</summary>
    public static readonly string[] OfThePlatform = ["ASPNETCORE_URLS"];

    public static IReadOnlySet<string> InCode { get; } = Find();

    /// <summary>As environment variables.</summary>
    public static bool Knows(string environmentName) =>
        OfThePlatform.Contains(environmentName) || InCode.Contains(environmentName.Replace("__", ":", StringComparison.Ordinal));

    static HashSet<string> Find()
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var files = Directory.EnumerateFiles(Repository.Path("src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Contains("obj"));
        foreach (var text in files.Select(File.ReadAllText))
        {
            keys.UnionWith(ConnectionString().Matches(text).Select(match => $"ConnectionStrings:{match.Groups[1].Value}"));
            keys.UnionWith(Key().Matches(text).Select(match => match.Groups[1].Value));
            if (Section().Match(text) is { Success: true } section)
                keys.UnionWith(Property().Matches(text).Select(match => $"{section.Groups[1].Value}:{match.Groups[1].Value}"));
        }

        return keys;
    }

    [GeneratedRegex(@"GetConnectionString\(""(\w+)""\)")]
    private static partial Regex ConnectionString();

    [GeneratedRegex(@"[cC]onfiguration(?:\[|\.GetValue(?:<\w+>)?\()""([\w:]+)""")]
    private static partial Regex Key();

    [GeneratedRegex(@"const string Section = ""(\w+)"";")]
    private static partial Regex Section();

    [GeneratedRegex(@"public \w+\?? (\w+) \{ get; (?:set|init); \}")]
    private static partial Regex Property();
}
