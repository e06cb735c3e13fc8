namespace TaskList.LoadGenerator;

/// <summary>An edit was answered; the answer as it came must not be kept.</summary>
delegate void AnswerHandler(long number, bool accepted, long version, ReadOnlySpan<byte> answer);

/// <summary>One connection to a board, whatever speaks on the other side. Handlers run where bytes are read and must be quick.</summary>
abstract class BoardClient : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    TaskCompletionSource<byte[]>? _call;

    /// <summary>Answers to <see cref="Execute"/>.</summary>
    public AnswerHandler Answered { get; set; } = (_, _, _, _) => { };

    /// <summary>Messages with changes, in the wire's bytes.</summary>
    public MessageHandler Changed { get; set; } = _ => { };

    /// <summary>All other messages that nobody asked for.</summary>
    public MessageHandler Told { get; set; } = _ => { };

    /// <summary>Completes when the connection has ended.</summary>
    public Task Ended => Wire.Ended;

    protected WebSocketWire Wire { get; private set; } = null!;

    public static async Task<BoardClient> Connect(LoadTarget target, string url, string? token)
    {
        BoardClient client = target == LoadTarget.SocketIo ? new SocketIoClient() : new SignalRClient();
        await client.Connect(new Uri(url.Replace("http", "ws", StringComparison.Ordinal)), token);
        return client;
    }

    /// <summary>Opens a list; from now on its changes come. Returns the answer's bytes.</summary>
    public abstract Task<byte[]> Open(Guid listId);

    /// <summary>Opens a list again from where its last answer stood, where the other side knows such a thing.</summary>
    public virtual Task<byte[]> Reopen(Guid listId, byte[]? opened) => Open(listId);

    /// <summary>Sends a command; its answer carries <paramref name="number"/>.</summary>
    public abstract void Execute(long number, Guid listId, ReadOnlySpan<byte> command);

    /// <summary>Says that this connection lives, where the protocol wants to hear it.</summary>
    public virtual void KeepAlive()
    {
    }

    public void Dispose() => Wire?.Dispose();

    protected abstract string Path { get; }

    protected abstract Task Greet();

    protected abstract void Read(ReadOnlySpan<byte> message);

    /// <summary>Sends, and waits for what <see cref="Complete"/> is given. One call at a time.</summary>
    protected async Task<byte[]> Call(ReadOnlyMemory<byte> request)
    {
        var call = _call = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Wire.Send(request.Span);
        await Task.WhenAny(call.Task, Ended).WaitAsync(Patience);
        return call.Task.IsCompleted ? await call.Task : throw new IOException("The connection has ended.");
    }

    protected void Complete(ReadOnlySpan<byte> answer) => _call?.TrySetResult(answer.ToArray());

    protected void Fail(string why) => _call?.TrySetException(new IOException(why));

    async Task Connect(Uri address, string? token)
    {
        Wire = await WebSocketWire.Connect(new Uri(address, Path), token, Read);
        await Greet();
    }
}
