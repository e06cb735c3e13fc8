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

    /// <param name="more">Other figures than the shipped ones.</param>
    public static Task<NginxInFront> StartAsync(RequestDelegate answer, params (string Shipped, string Here)[] more) => StartAsync(answer, "compose.conf", gateway =>
        [("gateway-1:8080", gateway), ("gateway-2:8080", string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{FreePort.Next()}")), .. more]);

    /// <summary>As in a pod, behind an Ingress: this machine's loopback stands for the cluster's network.</summary>
    public static Task<NginxInFront> StartInClusterAsync(RequestDelegate answer) => StartAsync(answer, "kubernetes.conf", gateway =>
        [("gateway-pods.tasklist.svc.cluster.local:8080", gateway), ("kube-dns.kube-system.svc.cluster.local", "127.0.0.1"), ("10.0.0.0/8", "127.0.0.0/8")]);

    static async Task<NginxInFront> StartAsync(RequestDelegate answer, string gateways, Func<string, (string Shipped, string Here)[]> replacements)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        var gateway = builder.Build();
        gateway.UseWebSockets();
        gateway.Run(answer);
        await gateway.StartAsync();
        return new NginxInFront(gateway, await NginxServer.StartAsync(gateways, replacements(new Uri(gateway.Urls.Single()).Authority)));
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
