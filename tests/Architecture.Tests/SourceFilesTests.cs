using System.Text.RegularExpressions;
using Xunit;

namespace TaskList.Architecture.Tests;

/// <summary>What a reader may count on before opening a file.</summary>
public sealed partial class SourceFilesTests
{
    const int LongestFile = 250;

    [Fact]
    public void FileNamesAreUnique()
    {
        var twice = All()
            .Where(file => Path.GetFileName(file) != "Program.cs")
            .GroupBy(Path.GetFileName)
            .Where(group => group.Count() > 1)
            .Select(group => string.Join(" and ", group));

        Assert.Empty(twice);
    }

    [Fact]
    public void FilesDeclareTheTypeTheyAreNamedAfter()
    {
        var wrong = All()
            .Where(file => Path.GetFileName(file) != "Program.cs")
            .Where(file => !IsNamedWell(file));

        Assert.Empty(wrong);
    }

    [Fact]
    public void FilesStayShort()
    {
        var wrong = All()
            .Select(file => (File: file, Lines: Repository.Read(file).Split('\n').Length))
            .Where(entry => entry.Lines > LongestFile);

        Assert.Empty(wrong);
    }

    [Fact]
    public void NothingIsLeftForLater() =>
        Assert.DoesNotContain(All(), file => Leftover().IsMatch(Repository.Read(file)));

    [Fact]
    public void GatewayTouchesPostgresOnlyForDataProtectionKeys()
    {
        var wrong = Code("src/Gateway")
            .Where(file => Path.GetFileName(file) != "KeyRing.cs")
            .Where(file => Repository.Read(file).Contains("Npgsql", StringComparison.Ordinal));

        Assert.Empty(wrong);
    }

    [Fact]
    public void NoNpgsqlTypeLeavesTheSilo() =>
        Assert.DoesNotContain(Code("src/Contracts"), file => Repository.Read(file).Contains("Npgsql", StringComparison.Ordinal));

    [Fact]
    public void WorkflowActionsArePinnedByCommit()
    {
        var actions = Repository.Files(".github/workflows", "*.yml")
            .SelectMany(file => UsedAction().Matches(Repository.Read(file)))
            .Select(match => match.Groups[1].Value)
            .ToArray();

        Assert.NotEmpty(actions);
        Assert.All(actions, action => Assert.Matches("^[^@]+@[0-9a-f]{40}$", action));
    }

    static bool IsNamedWell(string file)
    {
        // ListState.Apply.cs is a part of ListState.
        var name = Path.GetFileName(file).Split('.')[0];
        var types = DeclaredTypes().Matches(Repository.Read(file)).Select(match => match.Groups[1].Value).ToArray();
        var isVocabulary = name.EndsWith('s') && types.Length > 1;
        return types.Contains(name) || isVocabulary;
    }

    static IEnumerable<string> All() => Code("src").Concat(Code("tools")).Concat(Code("benchmarks"));

    static IEnumerable<string> Code(string folder) => Repository.Files(folder, "*.cs");

    [GeneratedRegex(@"\b(?:class|record|struct|interface|enum|delegate\s+\S+)\s+(?:struct\s+|class\s+)?(\w+)")]
    private static partial Regex DeclaredTypes();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b")]
    private static partial Regex Leftover();

    [GeneratedRegex(@"^\s*(?:-\s*)?uses:\s*(\S+)", RegexOptions.Multiline)]
    private static partial Regex UsedAction();
}
