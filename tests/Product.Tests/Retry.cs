namespace TaskList.Product.Tests;

static class Retry
{
    /// <summary>Asks again, with a pause, until the answer will do; throws when it never does.</summary>
    public static async Task<T> Until<T>(Func<Task<T>> ask, Func<T, bool> good, TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        while (true)
        {
            try
            {
                var answer = await ask();
                if (good(answer)) return answer;
            }
            catch (HttpRequestException) when (!limit.IsCancellationRequested)
            {
                // Nobody listens there just now.
            }

            await Task.Delay(50, limit.Token);
        }
    }
}
