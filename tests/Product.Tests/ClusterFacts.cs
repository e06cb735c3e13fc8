using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.SignalR.Client;
using TaskList.LocalServices;
using Xunit;

namespace TaskList.Product.Tests;

/// <summary>Three silos, two gateways, as real processes. Any of them may die.</summary>
public sealed class ClusterFacts : IAsyncLifetime
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly string _folder = Directory.CreateTempSubdirectory("tasklist-cluster-").FullName;
    ProductCluster _cluster = null!;

    public async ValueTask InitializeAsync() => _cluster = await ProductCluster.StartAsync(new ProductClusterOptions
    {
        Folder = _folder,
        Silos = 3,
        Gateways = 2,
        Settings = new Dictionary<string, string?> { ["Limits"] = "off" },
    });

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task SilosAndGatewaysDieAndNothingIsLost()
    {
        ProductHost[] gateways = [.. _cluster.Gateways];
        await using var first = await Caller.SignUp(gateways[0].Url);
        var lists = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => first.NewList()));
        await using var viewer = await Viewer.Open(first, gateways[1].Url, lists[0]);
        using var stop = new CancellationTokenSource();
        var writers = lists.Select(listId => CommandLoad.Run(first, listId, TimeSpan.FromMilliseconds(100), stop.Token)).ToArray();

        await Task.Delay(TimeSpan.FromSeconds(2), CancellationToken.None);
        await _cluster["silo-2"].KillAsync();
        await Task.Delay(TimeSpan.FromSeconds(8), CancellationToken.None);
        await gateways[0].KillAsync();
        await gateways[0].StartAsync();
        await Task.Delay(TimeSpan.FromSeconds(2), CancellationToken.None);
        await stop.CancelAsync();
        var acknowledged = await Task.WhenAll(writers);

        for (var i = 0; i < lists.Length; i++) CommandLoad.AssertInLog(acknowledged[i], await first.Log(lists[i]));

        // The other gateway's viewer was never told to come back; pushes, Head and repair brought everything.
        var head = (await first.Log(lists[0])).Count;
        await Retry.Until(() => Task.FromResult(viewer.Version), version => version == head, Patience);
        Assert.Equal(Enumerable.Range(3, head - 2).Select(v => (long)v), viewer.Seen);
    }

    /// <summary>What a client that opened a list was sent, duplicates by overlap left out as the protocol asks.</summary>
    sealed class Viewer : IAsyncDisposable
    {
        readonly HubConnection _hub;
        readonly ConcurrentQueue<long> _seen = new();

        Viewer(HubConnection hub) => _hub = hub;

        public long Version { get; private set; }

        public IEnumerable<long> Seen => _seen;

        public static async Task<Viewer> Open(Caller caller, string url, string listId)
        {
            var viewer = new Viewer(caller.Hub(url));
            viewer._hub.On<JsonNode>("Changed", viewer.Take);
            await viewer._hub.StartAsync();
            var opened = await viewer._hub.InvokeAsync<JsonNode>("Open", new { listId });
            viewer.Version = Math.Max(viewer.Version, opened["version"]!.GetValue<long>());
            return viewer;
        }

        void Take(JsonNode changed)
        {
            foreach (var change in changed["changes"]!.AsArray())
            {
                Version = change!["version"]!.GetValue<long>();
                _seen.Enqueue(Version);
            }
        }

        public ValueTask DisposeAsync() => _hub.DisposeAsync();
    }
}
