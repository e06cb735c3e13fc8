using System.Text.RegularExpressions;
using Xunit;

namespace TaskList.Deployment.Tests;

public sealed partial class DocumentationTests
{
    static readonly string[] Documented = [.. Row().Matches(Repository.Read("docs/operations.md")).Select(match => match.Groups[1].Value)];

    [Fact]
    public void EverySettingIsDocumented() => Assert.DoesNotContain(KnownSettings.InCode, key => !Documented.Contains(key));

    [Fact]
    public void EveryDocumentedSettingExists() =>
        Assert.DoesNotContain(Documented, key => !KnownSettings.InCode.Contains(key) && !KnownSettings.OfThePlatform.Contains(key));

    [Fact]
    public void EveryKeyFileIsDocumented()
    {
        var inCode = Directory.EnumerateFiles(Repository.Path("src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => KeyFile().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value)
            .Distinct();

        Assert.All(inCode, name => Assert.Contains($"| `{name}` |", Repository.Read("docs/operations.md"), StringComparison.Ordinal));
    }

    // The first column of the settings' table.
    [GeneratedRegex(@"^\| `([A-Z][\w:]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"""([\w-]+\.(?:key|pem))""")]
    private static partial Regex KeyFile();
}
