using System.Globalization;
using System.Text.RegularExpressions;

namespace TaskList.Deployment.Tests;

/// <summary>When a host that was told to stop ends itself, read out of the code.</summary>
static partial class LastMoment
{
    public static int Seconds { get; } = int.Parse(
        Setting().Match(Repository.Read("src/ServiceDefaults/HostDrain.cs")).Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"LastMoment \{ get; set; \} = TimeSpan\.FromSeconds\((\d+)\);")]
    private static partial Regex Setting();
}
