using System.Globalization;

namespace TaskList.LoadGenerator;

/// <summary>How often the product has read its log on behalf of those who open lists, by its own count.</summary>
static class ClientReads
{
    /// <summary>Null for everybody else, who has no log.</summary>
    public static async Task<long?> Of(LoadJob job)
    {
        if (job.Target != LoadTarget.Product) return null;
        using var http = new HttpClient();
        var line = (await http.GetStringAsync($"{job.Url}/metrics")).Split('\n').FirstOrDefault(line => line.StartsWith("tasklist_client_reads_total", StringComparison.Ordinal));

        // Not there before the first one.
        return line is null ? 0 : (long)double.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture);
    }
}
