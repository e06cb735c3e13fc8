using System.Globalization;

namespace TaskList.Faults;

/// <summary>The command line of ./bench faults.</summary>
public sealed record FaultOptions
{
    public const string Usage = "Usage: ./bench faults [--faults 20] [--seed 1] [--only siloKill,gatewayKill,…] [--silos 3] [--gateways 2] [--each 5]";

    /// <summary>How many, in all.</summary>
    public int Faults { get; init; } = 20;

    /// <summary>Which faults, where and how long; not what the machine makes of it.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Names to choose from; one that stands there twice is chosen twice as often.</summary>
    public IReadOnlyList<string> Only { get; init; } = [.. FaultTable.All.Select(fault => fault.Name)];

    public int Silos { get; init; } = 3;

    public int Gateways { get; init; } = 2;

    /// <summary>Faults in one history. Then everything is left alone, compared and checked, and new lists are made.</summary>
    public int Each { get; init; } = 5;

    /// <summary>Lists of one history.</summary>
    public int Lists { get; init; } = 6;

    /// <summary>Load before the first fault and after the last one of a history.</summary>
    public TimeSpan Margin { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>The options, or what is wrong with them.</summary>
    public static (FaultOptions? Options, string Fault) Parse(string[] args)
    {
        var options = new FaultOptions();
        for (var at = 0; at < args.Length; at += 2)
        {
            if (at + 1 == args.Length || options.With(args[at], args[at + 1]) is not { } next) return (null, $"{args[at]} is not understood.");
            options = next;
        }

        return (options, "");
    }

    FaultOptions? With(string name, string value) => (name, Number(value)) switch
    {
        ("--faults", { } number) => this with { Faults = number },
        ("--seed", { } number) => this with { Seed = number },
        ("--silos", { } number and <= 5) => this with { Silos = number },
        ("--gateways", { } number and <= 4) => this with { Gateways = number },
        ("--each", { } number) => this with { Each = number },
        ("--only", _) when value.Split(',').All(part => FaultTable.All.Any(fault => fault.Name == part)) => this with { Only = value.Split(',') },
        _ => null,
    };

    static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 5_000 ? number : null;
}
