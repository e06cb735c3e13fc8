using TaskList.LoadGenerator;

namespace TaskList.Bench;

/// <summary>One thing that is measured of one contestant, once a round.</summary>
sealed record Row(string Workload, string Name, string Contestant)
{
    public List<LoadResult> Rounds { get; } = [];

    /// <summary>A figure's median, lowest and highest over the rounds; null where it was not measured.</summary>
    public Spread? Of(Func<LoadResult, double?> figure)
    {
        double[] values = [.. Rounds.Select(figure).Where(value => value is not null).Select(value => value!.Value).Order()];
        return values.Length == 0 ? null : new Spread(values[values.Length / 2], values[0], values[^1]);
    }
}

/// <summary>A figure over several rounds.</summary>
sealed record Spread(double Median, double Lowest, double Highest);
