using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace TaskList.Product.Tests;

/// <summary>A client as the protocol wants it: comes back after every cut, resumes where it was, drops what it has, asks for what it lacks.</summary>
sealed class Follower : IAsyncDisposable
{
    readonly Lock _gate = new();
    readonly SortedDictionary<long, string> _held = [];
    readonly List<string> _seen = [];
    readonly CancellationTokenSource _stop = new();
    readonly Task _running;
    string? _historyId;
    long _head;
    Exception? _fault;
    TaskCompletionSource _moved = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Follower(Caller caller, string listId, Func<string> url) => _running = Run(caller, listId, url);

    public async Task Reaches(long version)
    {
        var reached = Wait(version);
        if (await Task.WhenAny(reached, _running, Task.Delay(TimeSpan.FromSeconds(60))) == _running) await _running;
        lock (_gate) Assert.True(reached.IsCompleted, $"It is at {_seen.Count} of {version} with {_held.Count} held and the head at {_head}; its last fault was: {_fault}");
    }

    async Task Wait(long version)
    {
        while (true)
        {
            Task moved;
            lock (_gate)
            {
                if (_seen.Count >= version) return;
                moved = _moved.Task;
            }

            await moved;
        }
    }

    /// <summary>Every change of the log, once, in order, in the log's own bytes.</summary>
    public Task AssertSaw(List<JsonNode> log)
    {
        lock (_gate) Assert.Equal(log.Select(change => change.ToJsonString()), _seen.Take(log.Count).Select(change => JsonNode.Parse(change)!.ToJsonString()));
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
    }

    async Task Run(Caller caller, string listId, Func<string> url)
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                using var socket = await LightSocket.Connect(url(), caller.Token, _stop.Token).WaitAsync(TimeSpan.FromSeconds(5), _stop.Token);
                socket.Heard = Hear;
                var opened = (await Ask(socket.Read(), "Open", new { listId, historyId = _historyId, afterVersion = _historyId is null ? (long?)null : Seen }))!;
                _historyId = opened["historyId"]!.GetValue<string>();
                // No changes: it was not there before, or so long ago that the whole list comes instead. It wants the history all the same.
                lock (_gate) _head = Math.Max(_head, opened["version"]!.GetValue<long>());
                Take((opened["changes"]?.AsArray() ?? []).Select(change => change!.ToJsonString()));
                while (!socket.Reading.IsCompleted && !_stop.IsCancellationRequested) await FillGap(socket, listId);
            }
            catch (Exception fault) when (fault is WebSocketException or IOException or InvalidOperationException or TimeoutException or OperationCanceledException)
            {
                _fault = fault;
                await Task.Delay(50, CancellationToken.None);
            }
        }
    }

    long Seen
    {
        get
        {
            lock (_gate) return _seen.Count;
        }
    }

    /// <summary>Waits for news, and asks for the range when they left a gap or a head says that there are more.</summary>
    async Task FillGap(LightSocket socket, string listId)
    {
        bool behind;
        Task moved;
        lock (_gate) (behind, moved) = (_held.Count > 0 || _head > _seen.Count, _moved.Task);
        if (!behind) await Task.WhenAny(moved, socket.Reading, Task.Delay(Timeout.Infinite, _stop.Token));
        else Take((await Ask(socket, "Changes", new { listId, historyId = _historyId, afterVersion = Seen, limit = 500 }))!["changes"]!.AsArray().Select(change => change!.ToJsonString()));
    }

    Task<JsonNode?> Ask(LightSocket socket, string method, object request) => socket.Call(method, request).WaitAsync(TimeSpan.FromSeconds(10), _stop.Token);

    void Hear(string name, JsonElement argument)
    {
        if (name == "Changed") Take(argument.GetProperty("changes").EnumerateArray().Select(change => change.GetRawText()));
        if (name != "Head") return;
        lock (_gate) _head = Math.Max(_head, argument[0].GetProperty("version").GetInt64());
        Tell();
    }

    void Take(IEnumerable<string> changes)
    {
        lock (_gate)
        {
            foreach (var change in changes) _held[Version(change)] = change;
            while (_held.Count > 0 && _held.First() is var (version, text) && version <= _seen.Count + 1)
            {
                _held.Remove(version);
                if (version == _seen.Count + 1) _seen.Add(text);
            }
        }

        Tell();
    }

    void Tell()
    {
        TaskCompletionSource moved;
        lock (_gate) (moved, _moved) = (_moved, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        moved.TrySetResult();
    }

    static long Version(string change)
    {
        using var json = JsonDocument.Parse(change);
        return json.RootElement.GetProperty("version").GetInt64();
    }
}
