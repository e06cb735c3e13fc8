namespace TaskList.Gateway.Lists.Export;

/// <summary>How many exports a gateway writes at once: a whole history may be long, and its reader slow.</summary>
sealed class ExportGate : IDisposable
{
    const int AtOnce = 4;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    readonly SemaphoreSlim _free = new(AtOnce);

    public Task<bool> Enter(CancellationToken stop) => _free.WaitAsync(Patience, stop);

    public Task Leave()
    {
        _free.Release();
        return Task.CompletedTask;
    }

    public void Dispose() => _free.Dispose();
}
