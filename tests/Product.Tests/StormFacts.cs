using System.Globalization;
using System.Net.WebSockets;
using System.Text.RegularExpressions;
using Xunit;

namespace TaskList.Product.Tests;

/// <summary>A gateway full of browsers dies; all of them come back at the same moment.</summary>
[Collection(GatewayPairs.Name)]
public sealed partial class StormFacts(GatewayPair pair)
{
    const int Lists = 20;

    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    static int Browsers => Tier.IsLong ? 5_000 : 1_000;

    [Fact]
    public async Task AllComeBackAndTheDatabaseIsAskedForListsAndNotForBrowsers()
    {
        await using var owner = await Caller.SignUp(pair.First.Url);
        var lists = await Task.WhenAll(Enumerable.Range(0, Lists).Select(_ => owner.NewList()));
        var heard = 0;
        var other = (await LightSocket.Connect(pair.First.Url, owner.Token)).Read();
        other.Heard = (name, _) => heard += name == "Changed" ? 1 : 0;
        await other.Call("Open", new { listId = lists[0] });
        var browsers = Enumerable.Range(0, Browsers).Select(i => new Browser(owner, pair.Second.Url, lists[i % Lists])).ToArray();
        await Task.WhenAll(browsers.Select(browser => browser.Come(Patience)));

        await pair.Second.KillAsync();
        foreach (var listId in lists) await owner.Execute(listId, Caller.AddTask(listId, Guid.NewGuid()));
        await pair.Second.StartAsync();
        var before = await Reads();
        await Task.WhenAll(browsers.Select(browser => browser.Come(Patience)));
        var reads = await Reads() - before;

        // Exactly what each had missed; and one who had stayed heard of it without coming back.
        Assert.All(browsers, browser => Assert.Equal((3, 1), (browser.Version, browser.Missed)));
        Assert.Equal(1, heard);
        // The followers' and the gateways' own steady reads are among these: some 15 a second.
        Assert.True(reads < Browsers / 2, $"{reads} reads for {Browsers} browsers on {Lists} lists.");

        other.Dispose();
        foreach (var browser in browsers) browser.Dispose();
    }

    /// <summary>Statements that the silo has run, of whatever kind.</summary>
    async Task<int> Reads()
    {
        using var http = new HttpClient();
        var found = Statements().Matches(await http.GetStringAsync($"{pair.Silo.Url}/metrics"));
        Assert.NotEmpty(found);
        return found.Sum(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"^db_client_operation_duration_seconds_count(?:\{[^}]*\})? (\d+)", RegexOptions.Multiline)]
    private static partial Regex Statements();

    sealed class Browser(Caller caller, string url, string listId) : IDisposable
    {
        LightSocket? _socket;
        string? _historyId;

        public int Version { get; private set; }

        public int Missed { get; private set; }

        /// <summary>Connects and opens its list from where it stood, trying again at once where that fails.</summary>
        public async Task Come(TimeSpan patience)
        {
            using var limit = new CancellationTokenSource(patience);
            while (true)
            {
                limit.Token.ThrowIfCancellationRequested();
                try
                {
                    _socket?.Dispose();
                    _socket = (await LightSocket.Connect(url, caller.Token, limit.Token)).Read();
                    var opened = (await _socket.Call("Open", new { listId, historyId = _historyId, afterVersion = _historyId is null ? (int?)null : Version }))!;
                    (_historyId, Version) = (opened["historyId"]!.GetValue<string>(), opened["version"]!.GetValue<int>());
                    Missed = opened["changes"]?.AsArray().Count ?? 0;
                    return;
                }
                catch (Exception fault) when (fault is WebSocketException or IOException or InvalidOperationException)
                {
                    await Task.Delay(100, limit.Token);
                }
            }
        }

        public void Dispose() => _socket?.Dispose();
    }
}
