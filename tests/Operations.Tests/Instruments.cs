using System.Reflection;
using System.Text.RegularExpressions;
using TaskList.LocalServices;

namespace TaskList.Operations.Tests;

/// <summary>The instruments that exist, as Prometheus spells them but without unit and kind.</summary>
static partial class Instruments
{
    /// <summary>Those that our own code creates.</summary>
    public static string[] Own() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Created().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value),
    ];

    /// <summary>Many of Orleans' appear in a scrape only after something went wrong; the library keeps a list of all.</summary>
    public static string[] OfOrleans() =>
    [
        .. typeof(Orleans.IClusterClient).Assembly.GetReferencedAssemblies()
            .Select(Assembly.Load)
            .Append(typeof(Orleans.IClusterClient).Assembly)
            .Append(Assembly.Load("Orleans.Core"))
            .SelectMany(assembly => assembly.GetType("Orleans.Runtime.InstrumentNames")?.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic) ?? [])
            .Where(field => field.IsLiteral && field.FieldType == typeof(string))
            .Select(field => ((string)field.GetRawConstantValue()!).Replace('-', '_')),
    ];

    [GeneratedRegex(@"\.Create(?:Counter|Histogram|UpDownCounter|Gauge|ObservableGauge|ObservableCounter|ObservableUpDownCounter)(?:<\w+>)?\(\s*""(tasklist_\w+)""")]
    private static partial Regex Created();
}
