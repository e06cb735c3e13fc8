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
        while (await input.ReadAsync(buffer, stoppingToken) > 0)
        {
            // Whatever arrives is ignored; only the end counts.
        }

        await drain.BeginAsync();
    }
}
