using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using TaskList.HistoryChecker;

namespace TaskList.LoadGenerator.History;

/// <summary>One user at one hub connection: sends commands until their fate is known, keeps lists open, comes back after every cut.</summary>
sealed class HistoryClient(string name, HistoryUser user, HistoryRecorder recorder, bool onBadLine = false) : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    static ReadOnlySpan<byte> Unknown => """{"accepted":false,"retryAfterMs":0}"""u8;

    readonly HistoryViews _views = new(name, user.Id, recorder) { OnBadLine = onBadLine };
    readonly ConcurrentDictionary<long, TaskCompletionSource<JsonNode>> _calls = new();
    readonly ConcurrentDictionary<Guid, (Guid List, string Command)> _undecided = new();
    readonly ConcurrentDictionary<Guid, (Guid Op, string Command)> _last = new();
    readonly ConcurrentDictionary<(SignalRClient, Guid), bool> _open = new();
    SignalRClient? _hub;
    long _number;
    int _silences;

    public HistoryUser User => user;

    public HistoryRecorder Recorder => recorder;

    /// <summary>Commands whose fate is not known yet.</summary>
    public int Undecided => _undecided.Count;

    public long? VersionOf(Guid list) => _views.Of(list)?.Version;

    /// <summary>Sends a new command; true when it was accepted at once.</summary>
    public async Task<bool> Execute(Guid list, JsonObject command)
    {
        var op = Guid.CreateVersion7();
        command["commandId"] = op;
        var text = command.ToJsonString();
        recorder.Add(new HistoryLine { Kind = LineKind.Invoke, Client = name, User = user.Id, List = list, Op = op, Command = JsonSerializer.SerializeToElement(command) });
        _undecided[op] = (list, text);
        _last[list] = (op, text);
        return await Attempt(op, list, text);
    }

    /// <summary>Asks again for what is undecided, with the same ids.</summary>
    public async Task Settle()
    {
        foreach (var (op, (list, command)) in _undecided.ToArray()) await Attempt(op, list, command);
    }

    /// <summary>Sends the last command to a list once more although its answer is known, as a client that has lost it would.</summary>
    public Task RepeatLast(Guid list) => _last.TryGetValue(list, out var last) ? Attempt(last.Op, list, last.Command) : Task.CompletedTask;

    /// <summary>Takes somebody off a list.</summary>
    public Task Remove(Guid list, Guid userId) => Execute(list, new JsonObject { ["type"] = "removeMember", ["userId"] = userId });

    /// <summary>True after a cut, a removal or a gap.</summary>
    public bool NeedsOpening(Guid list) => _hub is null || _hub.Ended.IsCompleted || !_open.ContainsKey((_hub, list)) || _views.Of(list) is null || _views.Lacks(list);

    public async Task Connect()
    {
        while (_hub is null || _hub.Ended.IsCompleted)
        {
            var url = user.Url;
            try
            {
                var hub = (SignalRClient)await BoardClient.Connect(LoadTarget.Product, url, user.Token).WaitAsync(Patience);
                (hub.Changed, hub.Told, hub.Answered) = (_views.Changed, _views.Told, Answered);
                _hub = hub;
                _ = NoteEnd(hub);
            }
            catch (Exception away) when (away is SocketException or IOException or TimeoutException)
            {
                user.GoElsewhere(url);
                await Task.Delay(Pause);
            }
        }
    }

    /// <summary>Opens a list from where this client stands; false when that is refused or cut off.</summary>
    public async Task<bool> Open(Guid list)
    {
        await Connect();
        _views.Opening(list);
        recorder.Add(new HistoryLine { Kind = LineKind.Opening, Client = name, User = user.Id, List = list });
        var at = _views.Of(list);
        var known = at is { } view ? $$""","historyId":"{{view.History}}","afterVersion":{{view.Version}}""" : "";
        try
        {
            var hub = _hub!;
            _views.Opened(list, at?.Version, await hub.Invoke("Open", $$"""{"listId":"{{list}}"{{known}}}"""));
            return _open[(hub, list)] = true;
        }
        catch (Exception refused) when (refused is IOException or TimeoutException or SocketException)
        {
            recorder.Add(new HistoryLine { Kind = LineKind.Closed, Client = name, User = user.Id, List = list });
            _views.Forget(list);
            return false;
        }
    }

    /// <summary>Reads the list by REST.</summary>
    public async Task Read(Guid list)
    {
        recorder.Add(new HistoryLine { Kind = LineKind.Reading, Client = name, User = user.Id, List = list });
        if (await user.Send(HttpMethod.Get, $"/api/lists/{list}") is not { } snapshot) return;
        var picture = JsonSerializer.SerializeToElement(snapshot);
        recorder.Add(new HistoryLine { Kind = LineKind.Read, Client = name, User = user.Id, List = list, Version = picture.GetProperty("version").GetInt64(), Snapshot = picture });
    }

    public void Dispose() => _hub?.Dispose();

    async Task<bool> Attempt(Guid op, Guid list, string command)
    {
        await Connect();
        var number = Interlocked.Increment(ref _number);
        var call = _calls[number] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        JsonNode? answer = null;
        try
        {
            _hub!.Execute(number, list, Encoding.UTF8.GetBytes(command));
            await Task.WhenAny(call.Task, _hub.Ended, Task.Delay(Patience));
            if (call.Task.IsCompletedSuccessfully) answer = await call.Task;
            GiveUpSilence(answer is not null || _hub.Ended.IsCompleted);
        }
        catch (Exception cut) when (cut is SocketException or ObjectDisposedException)
        {
            // Its fate is unknown.
        }

        _calls.TryRemove(number, out _);
        var kind = answer is null ? LineKind.Info : answer["accepted"]!.GetValue<bool>() ? LineKind.Ok : answer["retryAfterMs"] is null ? LineKind.Fail : LineKind.Info;
        recorder.Add(new HistoryLine
        {
            Kind = kind,
            Client = name,
            User = user.Id,
            List = list,
            Op = op,
            Version = answer?["version"]?.GetValue<long>(),
            Code = answer?["code"]?.GetValue<string>(),
        });
        if (kind != LineKind.Info) _undecided.TryRemove(op, out _);
        else await Task.Delay(Pause);
        return kind == LineKind.Ok;
    }

    /// <summary>A connection that says nothing twice in a row is left: its gateway may stand still.</summary>
    void GiveUpSilence(bool heard)
    {
        _silences = heard ? 0 : _silences + 1;
        if (_silences < 2) return;
        _silences = 0;
        user.GoElsewhere(user.Url);
        _hub!.Dispose();
    }

    void Answered(long number, bool accepted, long version, ReadOnlySpan<byte> answer)
    {
        // No result is an error of the hub, after which nobody knows.
        var result = "\"result\":"u8;
        var start = answer.IndexOf(result);
        if (_calls.TryGetValue(number, out var call)) call.TrySetResult(JsonNode.Parse(start < 0 ? Unknown : answer[(start + result.Length)..^1])!);
    }

    /// <summary>The line comes after the last thing that was heard on that connection.</summary>
    async Task NoteEnd(SignalRClient hub)
    {
        await hub.Ended;
        recorder.Add(new HistoryLine { Kind = LineKind.Closed, Client = name, User = user.Id });
    }
}
