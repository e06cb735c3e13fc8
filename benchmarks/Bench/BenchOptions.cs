using System.Globalization;

namespace TaskList.Bench;

/// <summary>The command line of ./bench.</summary>
/// <param name="Workloads">Which to run, in this order.</param>
/// <param name="Peers">Also against the Socket.IO servers.</param>
/// <param name="Rounds">How often each row is measured.</param>
/// <param name="Seconds">How long a row is measured in each round.</param>
/// <param name="Only">Rows whose name or contestant contains this; null for all.</param>
/// <param name="Short">A minute of everything, to see that it works; its figures are not worth quoting.</param>
sealed record BenchOptions(IReadOnlyList<string> Workloads, bool Peers, int Rounds, int Seconds, string? Only, bool Short)
{
    public const string Usage = "Usage: ./bench [W1 W2 W3 W4 W5 W6 W7] [--peers] [--rounds 3] [--seconds 4] [--only TEXT] [--short] [--no-build]";

    static readonly string[] Known = ["W1", "W2", "W3", "W4", "W5", "W6", "W7"];

    public int WarmUpMs => Short ? 300 : 1_000;

    public int MeasureMs => Short ? 700 : Seconds * 1_000;

    public bool Wants(string name, string contestant) =>
        Only is null || name.Contains(Only, StringComparison.OrdinalIgnoreCase) || contestant.Contains(Only, StringComparison.OrdinalIgnoreCase);

    /// <summary>The options, or what is wrong with them.</summary>
    public static (BenchOptions? Options, string Fault) Parse(string[] args)
    {
        var options = new BenchOptions([], false, 3, 4, null, false);
        for (var at = 0; at < args.Length; at++)
        {
            if (Known.Contains(args[at].ToUpperInvariant())) options = options with { Workloads = [.. options.Workloads, args[at].ToUpperInvariant()] };
            else if (args[at] == "--peers") options = options with { Peers = true };
            else if (args[at] == "--seconds" && at + 1 < args.Length && Small(args[++at]) is { } seconds) options = options with { Seconds = seconds };
            else if (args[at] == "--only" && at + 1 < args.Length) options = options with { Only = args[++at] };
            else if (args[at] == "--short") options = options with { Short = true, Rounds = 1 };
            else if (args[at] == "--rounds" && at + 1 < args.Length && Small(args[++at]) is { } rounds) options = options with { Rounds = rounds };
            else return (null, $"{args[at]} is not understood.");
        }

        return (options.Workloads.Count == 0 ? options with { Workloads = Known } : options, "");
    }

    static int? Small(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 20 ? number : null;
}
