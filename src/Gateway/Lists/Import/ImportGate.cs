namespace TaskList.Gateway.Lists.Import;

/// <summary>How many imports a gateway reads at once: a file of 64 MiB takes a few hundred in memory.</summary>
sealed class ImportGate : IDisposable
{
    const int AtOnce = 2;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    readonly SemaphoreSlim _free = new(AtOnce);

    public Task<bool> Enter(CancellationToken stop) => _free.WaitAsync(Patience, stop);

    public void Leave() => _free.Release();

    public void Dispose() => _free.Dispose();
}
