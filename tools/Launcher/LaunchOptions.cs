using System.Globalization;
using TaskList.LocalServices;

namespace TaskList.Launcher;

/// <summary>The command line of ./run.</summary>
/// <param name="Port">Port of the product, and of the first gateway in a cluster. Default 5080.</param>
/// <param name="Data">Data folder. Default .data in the checkout.</param>
/// <param name="Silos">Silo processes; 0 without a cluster.</param>
/// <param name="Gateways">Gateway processes; 0 without a cluster.</param>
/// <param name="LimitsOff">Lifts rate limits.</param>
sealed record LaunchOptions(int Port, string Data, int Silos, int Gateways, bool LimitsOff)
{
    public const string Usage =
        "Usage: ./run [--port 5080] [--data .data] [--silos N --gateways M] [--limits off] [--no-build]";

    const int MostProcesses = 16;
    const int HighestPort = 65_535;

    public bool IsCluster => Silos > 0;

    /// <summary>The options, or what is wrong with them in one sentence.</summary>
    public static (LaunchOptions? Options, string Fault) Parse(IReadOnlyList<string> args)
    {
        var options = new LaunchOptions(5080, Path.Combine(RepositoryRoot.Path, ".data"), 0, 0, LimitsOff: false);
        for (var at = 0; at < args.Count; at += 2)
        {
            if (at + 1 == args.Count)
                return (null, $"{args[at]} is unknown or needs a value.");
            if (options.With(args[at], args[at + 1]) is not { } next)
                return (null, $"{args[at]} {args[at + 1]} is not understood.");
            options = next;
        }

        // One of the two is enough to ask for a cluster.
        if (options.Silos + options.Gateways > 0)
            options = options with { Silos = Math.Max(1, options.Silos), Gateways = Math.Max(1, options.Gateways) };
        return options.Port + options.Gateways - 1 > HighestPort
            ? (null, $"{options.Gateways} gateways from port {options.Port} on do not fit below {HighestPort + 1}.")
            : (options, "");
    }

    LaunchOptions? With(string name, string value) => name switch
    {
        "--port" when Number(value, HighestPort) is { } port => this with { Port = port },
        "--data" when value.Length > 0 => this with { Data = Path.GetFullPath(value) },
        "--silos" when Number(value, MostProcesses) is { } silos => this with { Silos = silos },
        "--gateways" when Number(value, MostProcesses) is { } gateways => this with { Gateways = gateways },
        "--limits" when value is "on" or "off" => this with { LimitsOff = value == "off" },
        _ => null,
    };

    static int? Number(string text, int highest) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= highest ? number : null;
}
