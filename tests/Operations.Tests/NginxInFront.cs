using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using TaskList.LocalServices;

namespace TaskList.Operations.Tests;

/// <summary>nginx before a gateway that only remembers what reached it. The other gateway is one that is down, as in the middle of any roll-out.</summary>
sealed class NginxInFront : IAsyncDisposable
{
    readonly WebApplication _gateway;
    readonly NginxServer _nginx;

    NginxInFront(WebApplication gateway, NginxServer nginx)
    {
        (_gateway, _nginx) = (gateway, nginx);
        Http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri(nginx.Url), Timeout = TimeSpan.FromSeconds(30) };
    }

    public HttpClient Http { get; }

    public string AccessLog => _nginx.AccessLog;

    public string ErrorLog => _nginx.ErrorLog;

    public static async Task<NginxInFront> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        var gateway = builder.Build();
        gateway.UseWebSockets();
        gateway.Run(answer);
        await gateway.StartAsync();
        return new NginxInFront(gateway, await NginxServer.StartAsync(
            new Uri(gateway.Urls.Single()).Authority, string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{FreePort.Next()}")));
    }

    public Task StopGatewayAsync() => _gateway.StopAsync();

    /// <summary>Stops nginx, which then has written all it had to say.</summary>
    public Task StopAsync() => _nginx.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _nginx.DisposeAsync();
        await _gateway.DisposeAsync();
    }
}
