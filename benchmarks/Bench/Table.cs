using System.Globalization;

namespace TaskList.Bench;

/// <summary>Rows for a person to read.</summary>
static class Table
{
    static readonly string[] Heads = ["", "", "edits/s (min..max)", "ack p50", "p95", "p99", "see p50", "p95", "p99", "KiB", "log reads", "CPU µs/edit own", "/delivery", "Postgres", "generator", "rest s"];

    public static void Print(string workload, IReadOnlyList<Row> rows)
    {
        List<string[]> lines = [Heads, .. rows.Select(Cells)];
        var widths = Heads.Select((_, column) => lines.Max(line => line[column].Length)).ToArray();
        Console.WriteLine($"\n{workload}: {Title(workload)}; milliseconds, medians of {rows.Max(row => row.Rounds.Count)} rounds");
        foreach (var line in lines)
        {
            Console.WriteLine(string.Join("  ", line.Select((cell, column) => column < 2 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).TrimEnd());
        }
    }

    static string Title(string workload) => workload switch
    {
        "W1" => "one writer, and who looks on",
        "W2" => "many writers",
        "W3" => "many viewers",
        "W5" => "memory of idle connections",
        "W7" => "a crowd that is lost and comes back",
        "W4" => "lists of different size",
        _ => "cold lists and catch-up",
    };

    static string[] Cells(Row row)
    {
        var rate = row.Of(result => result.EditsPerSecond);
        var own = Figures.ProcessOf(row.Contestant);
        return
        [
            row.Name,
            row.Contestant,
            rate is { Median: > 0 } ? string.Create(CultureInfo.InvariantCulture, $"{rate.Median:0} ({rate.Lowest:0}..{rate.Highest:0})") : "",
            Ms(row.Of(result => result.Answer?.P50)),
            Ms(row.Of(result => result.Answer?.P95)),
            Ms(row.Of(result => result.Answer?.P99)),
            Ms(row.Of(result => result.See?.P50)),
            Ms(row.Of(result => result.See?.P95)),
            Ms(row.Of(result => result.See?.P99)),
            row.Of(result => result.Bytes) is { Median: > 0 } bytes ? string.Create(CultureInfo.InvariantCulture, $"{bytes.Median / 1_024:0.0}") : "",
            row.Of(result => result.LogReads) is { } reads ? string.Create(CultureInfo.InvariantCulture, $"{reads.Median:0}") : "",
            PerEdit(row, own),
            row.Of(Figures.PerDelivery(own)) is { } cost ? string.Create(CultureInfo.InvariantCulture, $"{cost.Median:0.0}") : "",
            PerEdit(row, "postgres"),
            row.Contestant == Contestants.InProcess ? "" : PerEdit(row, "generator"),
            row.Of(result => result.Cpu.TryGetValue("rest", out var rest) ? rest : null) is { } seconds ? string.Create(CultureInfo.InvariantCulture, $"{seconds.Median:0.00}") : "",
        ];
    }

    static string Ms(Spread? spread) =>
        spread is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{spread.Median:0.00} ({spread.Lowest:0.00}..{spread.Highest:0.00})");

    static string PerEdit(Row row, string process) => row.Of(result =>
            result.EditsPerSecond > 0 && result.Cpu.TryGetValue(process, out var cpu) ? cpu * 1e6 / (result.EditsPerSecond * result.Seconds) : null) is { } spread
        ? string.Create(CultureInfo.InvariantCulture, $"{spread.Median:0}")
        : "";
}
