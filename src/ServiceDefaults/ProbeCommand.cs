namespace TaskList.ServiceDefaults;

/// <summary><c>dotnet TaskList.Silo.dll probe URL</c>: what a container's health check runs, because its image holds no shell and no curl.</summary>
public static class ProbeCommand
{
    /// <summary>Exit code 0 when the address answers with success, 1 otherwise; null when the arguments ask for something else.</summary>
    public static async Task<int?> RunAsync(string[] args)
    {
        if (args is not ["probe", var address]) return null;

        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(4) };
        try
        {
            using var answer = await client.GetAsync(new Uri(address));
            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return 1;
        }
    }
}
