using System.Diagnostics;
using System.Net;

namespace TaskList.LocalServices;

/// <summary>Asks a host's health address.</summary>
public static class HealthProbe
{
    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false, PooledConnectionIdleTimeout = TimeSpan.FromSeconds(1) })
    {
        Timeout = TimeSpan.FromSeconds(3),
    };

    /// <summary>True when the address answers 200 now.</summary>
    public static async Task<bool> IsHealthyAsync(string url, CancellationToken cancellation = default)
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri(url), HttpCompletionOption.ResponseHeadersRead, cancellation);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception absent) when (absent is HttpRequestException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Waits until the address answers 200; false after <paramref name="limit"/> or once <paramref name="abandoned"/> has completed.</summary>
    public static async Task<bool> WaitAsync(string url, TimeSpan limit, Task abandoned, CancellationToken cancellation = default)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < limit && !abandoned.IsCompleted)
        {
            if (await IsHealthyAsync(url, cancellation))
                return true;
            await Task.Delay(Interval, cancellation);
        }

        return false;
    }
}
