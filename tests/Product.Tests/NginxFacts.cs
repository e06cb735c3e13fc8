using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using TaskList.LocalServices;
using Xunit;

namespace TaskList.Product.Tests;

/// <summary>Two gateways behind the nginx that is shipped. It hands out the app's files as they were compressed; each transport works through it, and comes back when its gateway dies.</summary>
public sealed class NginxFacts
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>What the build puts beside a file, by suffix; text, so that it can be told apart.</summary>
    static readonly (string Suffix, string Text)[] Files = [("", "plain"), (".br", "as Brotli"), (".gz", "as gzip")];

    [Fact]
    public async Task EveryTransportComesBackWhenAGatewayDies()
    {
        if (NginxServer.Program is null) Assert.Skip("nginx is not installed.");
        using var folder = new TestFolder();
        var assets = Directory.CreateDirectory(Path.Combine(folder.Path, "web", "assets")).FullName;
        foreach (var (suffix, text) in Files) await File.WriteAllTextAsync(Path.Combine(assets, $"app-1a2b.js{suffix}"), text);
        await using var product = await ProductCluster.StartAsync(new ProductClusterOptions
        {
            Folder = folder.Path,
            Silos = 1,
            Gateways = 2,
            Settings = new Dictionary<string, string?> { ["Limits"] = "off", ["TrustedProxies"] = "127.0.0.1", ["Web:Root"] = Path.GetDirectoryName(assets) },
        });
        var gateways = product.Gateways.ToArray();
        await using var nginx = await NginxServer.StartAsync(new Uri(gateways[0].Url).Authority, new Uri(gateways[1].Url).Authority);
        await SendsFilesAsTheyWereBuilt(nginx.Url);
        await using var owner = await Caller.SignUp(nginx.Url);
        var listId = await owner.NewList();

        // Enough of each that both gateways have some.
        HttpTransportType[] transports = [HttpTransportType.WebSockets, HttpTransportType.ServerSentEvents, HttpTransportType.LongPolling];
        var viewers = transports.SelectMany(transport => Enumerable.Repeat(transport, 4)).Select(transport => new Viewer(owner.Hub(nginx.Url, transport: transport), listId)).ToArray();
        await Task.WhenAll(viewers.Select(viewer => viewer.Open()));
        await Task.WhenAll(viewers.Select(viewer => viewer.Hears(owner)));

        await gateways[0].KillAsync();
        await Task.WhenAll(viewers.Select(viewer => viewer.ComesBack(Patience)));
        await Task.WhenAll(viewers.Select(viewer => viewer.Hears(owner)));
        foreach (var viewer in viewers) await viewer.DisposeAsync();
    }

    /// <summary>Each encoding its own file, from a gateway and again from nginx' own store.</summary>
    static async Task SendsFilesAsTheyWereBuilt(string url)
    {
        using var http = new HttpClient();
        for (var time = 0; time < 2; time++)
        {
            foreach (var (encoding, body) in new[] { ("br", "as Brotli"), ("gzip", "as gzip"), ("identity", "plain") })
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, $"{url}/assets/app-1a2b.js");
                request.Headers.Add("Accept-Encoding", encoding);
                using var answer = await http.SendAsync(request);
                Assert.Equal(body, await answer.Content.ReadAsStringAsync());
                Assert.Equal(encoding, answer.Content.Headers.ContentEncoding.SingleOrDefault() ?? "identity");
            }
        }
    }

    /// <summary>A connection as the board keeps one: when it is gone it is made again.</summary>
    sealed class Viewer : IAsyncDisposable
    {
        readonly HubConnection _hub;
        readonly string _listId;
        readonly Ear _ear;

        public Viewer(HubConnection hub, string listId) => (_hub, _listId, _ear) = (hub, listId, new Ear(hub, "Changed"));

        public async Task Open()
        {
            await _hub.StartAsync();
            await _hub.InvokeAsync<JsonNode>("Open", new { listId = _listId });
        }

        /// <summary>Somebody's change reaches this one.</summary>
        public async Task Hears(Caller owner)
        {
            var commandId = Guid.NewGuid();
            var told = await Retry.Until(() => owner.Execute(_listId, Caller.AddTask(_listId, commandId)), answer => answer.Status == 200, Patience);
            Assert.Equal(200, told.Status);
            await _ear.Next(message => message["changes"]!.AsArray().Any(change => change!["commandId"]!.GetValue<string>() == commandId.ToString()), Patience);
        }

        public async Task ComesBack(TimeSpan patience)
        {
            using var limit = new CancellationTokenSource(patience);
            while (true)
            {
                try
                {
                    if (_hub.State == HubConnectionState.Disconnected) await _hub.StartAsync(limit.Token);
                    await _hub.InvokeAsync<JsonNode>("Open", new { listId = _listId }, limit.Token);
                    return;
                }
                catch (Exception fault) when (!limit.IsCancellationRequested && fault is HttpRequestException or IOException or InvalidOperationException or HubException or OperationCanceledException or System.Net.WebSockets.WebSocketException)
                {
                    // Its connection is ending, or the way to the other gateway is not open yet.
                    await Task.Delay(100, limit.Token);
                }
            }
        }

        public ValueTask DisposeAsync() => _hub.DisposeAsync();
    }
}
