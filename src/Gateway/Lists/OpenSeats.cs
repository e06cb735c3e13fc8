namespace TaskList.Gateway.Lists;

/// <summary>
/// How many lists are being opened at once on this gateway, one seat a list at most. When thousands of browsers come back together they are
/// served one after the other, and those that are already here keep getting their share.
/// </summary>
sealed class OpenSeats : IDisposable
{
    const int AtOnce = 64;

    /// <summary>Less than a browser waits for its answer; whoever is turned away comes back by itself.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    readonly SemaphoreSlim _free = new(AtOnce);

    public Task<bool> Take() => _free.WaitAsync(Patience);

    public void Leave() => _free.Release();

    public void Dispose() => _free.Dispose();
}
