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

    /// <summary>More changes than a list holds in memory; the first of the lists gets them.</summary>
    const int LongLog = 2_500;

    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    static int Browsers => Tier.IsLong ? 5_000 : 1_000;

    [Fact]
    public async Task AllComeBackAndTheDatabaseIsAskedForListsAndNotForBrowsers()
    {
        await using var owner = await Caller.SignUp(pair.First.Url);
        var lists = await Task.WhenAll(Enumerable.Range(0, Lists).Select(_ => owner.NewList()));
        foreach (var batch in Enumerable.Range(0, LongLog).Chunk(500))
        {
            var tasks = batch.Select(_ => Caller.AddTask(lists[0], Guid.NewGuid()));
            Assert.Equal(200, (await owner.Send(HttpMethod.Post, $"/api/lists/{lists[0]}/commands:batch", $"[{string.Join(',', tasks)}]")).Status);
        }

        var heard = 0;
        var other = (await LightSocket.Connect(pair.First.Url, owner.Token)).Read();
        other.Heard = (name, _) => heard += name == "Changed" ? 1 : 0;
        await other.Call("Open", new { listId = lists[0] });
        var browsers = Enumerable.Range(0, Browsers).Select(i => new Browser(owner, pair.Second.Url, lists[i % Lists])).ToArray();
        await Task.WhenAll(browsers.Select(browser => browser.Come(Patience)));

        await pair.Second.KillAsync();
        var sent = lists.ToDictionary(listId => listId, _ => Guid.NewGuid());
        foreach (var (listId, commandId) in sent) await owner.Execute(listId, Caller.AddTask(listId, commandId));
        await pair.Second.StartAsync();
        var before = await Reads();

        // Each believes that this command is still unsent, and has one more that really is.
        await Task.WhenAll(browsers.Select(browser => browser.Come(Patience, sent[browser.ListId], Guid.NewGuid())));
        var reads = await Reads() - before;

        // Exactly what each had missed; and one who had stayed heard of it without coming back.
        Assert.All(browsers, browser => Assert.Equal((browser.First + 1, 1), (browser.Version, browser.Missed)));
        Assert.All(browsers, browser => Assert.Equal([$"{sent[browser.ListId]} {browser.Version}"], browser.Outcomes));
        Assert.Equal(1, heard);
        Assert.InRange(reads, 1, Lists);

        other.Dispose();
        foreach (var browser in browsers) browser.Dispose();
    }

    /// <summary>How often the silo has asked the database on behalf of those who open lists.</summary>
    async Task<int> Reads()
    {
        using var http = new HttpClient();
        var found = ClientReads().Match(await http.GetStringAsync($"{pair.Silo.Url}/metrics"));
        return found.Success ? int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
    }

    [GeneratedRegex(@"^tasklist_client_reads_total(?:\{[^}]*\})? (\d+)", RegexOptions.Multiline)]
    private static partial Regex ClientReads();

    sealed class Browser(Caller caller, string url, string listId) : IDisposable
    {
        LightSocket? _socket;
        string? _historyId;

        public string ListId => listId;

        /// <summary>Where it stood the first time.</summary>
        public int First { get; private set; }

        public int Version { get; private set; }

        public int Missed { get; private set; }

        /// <summary>What became of commands that it did not know to be accepted.</summary>
        public string[] Outcomes { get; private set; } = [];

        /// <summary>Connects and opens its list from where it stood, trying again at once where that fails.</summary>
        public async Task Come(TimeSpan patience, params Guid[] pending)
        {
            using var limit = new CancellationTokenSource(patience);
            while (true)
            {
                limit.Token.ThrowIfCancellationRequested();
                try
                {
                    _socket?.Dispose();
                    _socket = (await LightSocket.Connect(url, caller.Token, limit.Token)).Read();
                    var opened = (await _socket.Call("Open", new { listId, historyId = _historyId, afterVersion = _historyId is null ? (int?)null : Version, pending }))!;
                    if (_historyId is null) First = opened["version"]!.GetValue<int>();
                    Outcomes = [.. (opened["outcomes"]?.AsArray() ?? []).Select(outcome => $"{outcome!["commandId"]} {outcome["version"]}")];
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
