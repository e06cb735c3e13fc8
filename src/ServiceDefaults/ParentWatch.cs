using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace TaskList.ServiceDefaults;

/// <summary>With <c>Host:ExitWithParent</c> the process stops when its standard input ends: the sign that whoever started it is gone, however it went.</summary>
sealed class ParentWatch(IConfiguration configuration, HostDrain drain) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!configuration.GetValue<bool>("Host:ExitWithParent")) return;

        using var input = Console.OpenStandardInput();
        var buffer = new byte[64];

        // A read of standard input cannot be cancelled, only left behind: the host must not wait for it when it stops.
        while (await input.ReadAsync(buffer, CancellationToken.None).AsTask().WaitAsync(stoppingToken) > 0)
        {
            // Whatever arrives is ignored; only the end counts.
        }

        await drain.BeginAsync();
    }
}
