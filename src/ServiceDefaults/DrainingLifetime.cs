using System.Runtime.InteropServices;
using Microsoft.Extensions.Hosting;

namespace TaskList.ServiceDefaults;

/// <summary>SIGTERM and Ctrl+C begin the drain; the stock lifetime would close every socket at the same instant.</summary>
sealed class DrainingLifetime(HostDrain drain) : IHostLifetime, IDisposable
{
    PosixSignalRegistration[] _signals = [];

    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        _signals = [.. new[] { PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGQUIT }.Select(s => PosixSignalRegistration.Create(s, Begin))];
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        foreach (var signal in _signals) signal.Dispose();
    }

    void Begin(PosixSignalContext context)
    {
        // The runtime would end the process when this handler returns.
        context.Cancel = true;
        _ = drain.BeginAsync();
    }
}
