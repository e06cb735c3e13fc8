using System.Globalization;
using TaskList.LocalServices;

namespace TaskList.Faults;

/// <summary>The command line of ./bench faults.</summary>
public sealed record FaultOptions
{
    public const string Synchronous = "sync";

    /// <summary>The faults for which the silos need networks of their own, and that need root.</summary>
    public static readonly string[] Networks = [Apart, ApartLong, Unheard, Alone];

    public const string Apart = "silosApart";
    public const string ApartLong = "silosLongApart";
    public const string Unheard = "siloUnheard";
    public const string Alone = "siloAlone";

    public const string Usage = "Usage: ./bench faults [--faults 20] [--seed 1] [--only siloKill,gatewayKill,…] [--silos 3] [--gateways 2] [--each 5] [--minutes 10] [--pair sync|async] [--other FOLDER] [--histories FOLDER], or ./bench faults --pool FILE…";

    /// <summary>How many, in all.</summary>
    public int Faults { get; init; } = 20;

    /// <summary>Which faults, where and how long; not what the machine makes of it.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Names to choose from; one that stands there twice is chosen twice as often.</summary>
    public IReadOnlyList<string> Only { get; init; } = [.. FaultTable.All.Select(fault => fault.Name).Except(["rollback", "postgresFailOver", .. Networks])];

    public int Silos { get; init; } = 3;

    public int Gateways { get; init; } = 2;

    /// <summary>Faults in one history. Then everything is left alone, compared and checked, and new lists are made.</summary>
    public int Each { get; init; } = 5;

    /// <summary>After this no further history begins, however many faults were asked for.</summary>
    public int Minutes { get; init; } = 600;

    /// <summary>A checkout of another release, built: every second silo and gateway is of it. Null: all are of this one.</summary>
    public string? Other { get; init; }

    /// <summary>Postgres as a primary with a standby: <see cref="Synchronous"/>, or async, which loses what was acknowledged and must be caught at it. Null: one server.</summary>
    public string? Pair { get; init; }

    /// <summary>Where every history and the processes' logs are kept; null: only a history that broke a promise is.</summary>
    public string? Histories { get; init; }

    /// <summary>Lists of one history.</summary>
    public int Lists { get; init; } = 6;

    /// <summary>Load before the first fault and after the last one of a history.</summary>
    public TimeSpan Margin { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Between two faults, so that each one's cost can be told.</summary>
    public TimeSpan Breath { get; init; } = TimeSpan.FromSeconds(3);

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
        ("--minutes", { } number) => this with { Minutes = number },
        ("--pair", _) when value is Synchronous or "async" => this with { Pair = value },
        ("--other", _) when Directory.Exists(value) => this with { Other = Path.GetFullPath(value) },
        ("--histories", _) => this with { Histories = Path.GetFullPath(value) },
        ("--only", _) when value.Split(',').All(part => FaultTable.All.Any(fault => fault.Name == part)) => this with { Only = value.Split(',') },
        _ => null,
    };

    /// <summary>The program of a host; null for this build's.</summary>
    public string? ProgramOf(string host, HostRole role) =>
        Other is null || (host[^1] - '0') % 2 == 1 ? null : Path.Combine(Other, "src", role.ToString(), "bin", "Release", "net10.0", $"TaskList.{role}.dll");

    static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 5_000 ? number : null;
}
