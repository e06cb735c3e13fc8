using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace TaskList.Product.Tests;

/// <summary>200 browsers that read nothing beside 500 that do, on the same list.</summary>
public sealed partial class SlowClientFacts(StandaloneProduct product) : IClassFixture<StandaloneProduct>
{
    const int Stuck = 200;
    const int Live = 500;
    const int Edits = 120;

    string Url => product.Host.Url;

    [Fact]
    public async Task StuckSocketsDelayNobodyAndAreResynced()
    {
        await using var owner = await Caller.SignUp(Url);
        var (small, large) = (await owner.NewList(), await owner.NewList());
        var stuck = await Task.WhenAll(Enumerable.Range(0, Stuck).Select(_ => LightSocket.Connect(Url, owner.Token)));
        foreach (var socket in stuck)
        {
            await socket.Tell("Open", new { listId = small });
            await socket.Tell("Open", new { listId = large });
        }

        var viewers = await Task.WhenAll(Enumerable.Range(0, Live).Select(_ => LiveViewer.Open(owner, Url, small, Edits)));
        var before = Memory();

        // The large list overfills whoever does not read; the small one is what everybody looks at.
        for (var i = 0; i < Edits; i++)
        {
            await owner.Execute(large, Caller.AddTask(large, Guid.NewGuid(), description: new string('x', 30_000)));
            await owner.Execute(small, Caller.AddTask(small, Guid.NewGuid()));
        }

        foreach (var viewer in viewers) Assert.Equal(Enumerable.Range(3, Edits), await viewer.All.WaitAsync(Ear.Patience));
        Assert.InRange(Memory() - before, long.MinValue, 300 << 20);
        Assert.Equal(Stuck, await Retry.Until(Overflows, count => count >= Stuck, Ear.Patience));

        // One of them wakes up: what was on its way, then where both lists stand.
        var heads = new ConcurrentDictionary<string, int>();
        var resynced = new TaskCompletionSource();
        stuck[0].Heard = (name, argument) =>
        {
            if (name != "Head") return;
            heads[argument[0].GetProperty("listId").GetString()!] = argument[0].GetProperty("version").GetInt32();
            if (heads.Count == 2) resynced.TrySetResult();
        };
        stuck[0].Read();
        await resynced.Task.WaitAsync(Ear.Patience);
        Assert.Equal((Edits + 2, Edits + 2), (heads[small], heads[large]));
        var missed = await stuck[0].Call("Changes", new { listId = large, afterVersion = 2, limit = 500 });
        Assert.Equal(3, missed!["changes"]![0]!["version"]!.GetValue<int>());

        foreach (var socket in stuck) socket.Dispose();
        foreach (var viewer in viewers) viewer.Dispose();
    }

    long Memory() => long.Parse(Resident().Match(File.ReadAllText($"/proc/{product.Host.Process!.Pid}/status")).Groups[1].Value, CultureInfo.InvariantCulture) << 10;

    async Task<int> Overflows()
    {
        using var http = new HttpClient { BaseAddress = new Uri(Url) };
        var found = Overflowed().Match(await http.GetStringAsync("/metrics"));
        return found.Success ? int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
    }

    [GeneratedRegex(@"VmRSS:\s+(\d+)")]
    private static partial Regex Resident();

    [GeneratedRegex(@"^tasklist_outbox_overflows_total(?:\{[^}]*\})? (\d+)", RegexOptions.Multiline)]
    private static partial Regex Overflowed();

    sealed class LiveViewer : IDisposable
    {
        readonly TaskCompletionSource<List<int>> _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        readonly List<int> _versions = [];
        LightSocket _socket = null!;

        /// <summary>The versions it was sent, in the order they came, once there are so many.</summary>
        public Task<List<int>> All => _all.Task;

        public static async Task<LiveViewer> Open(Caller caller, string url, string listId, int count)
        {
            var viewer = new LiveViewer { _socket = await LightSocket.Connect(url, caller.Token) };
            viewer._socket.Heard = (name, argument) => viewer.Take(name, argument, count);
            await viewer._socket.Read().Call("Open", new { listId });
            return viewer;
        }

        void Take(string name, JsonElement argument, int count)
        {
            if (name != "Changed") return;
            foreach (var change in argument.GetProperty("changes").EnumerateArray()) _versions.Add(change.GetProperty("version").GetInt32());
            if (_versions.Count >= count) _all.TrySetResult(_versions);
        }

        public void Dispose() => _socket.Dispose();
    }
}
