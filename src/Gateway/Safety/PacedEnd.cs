using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Connections;

namespace TaskList.Gateway.Safety;

/// <summary>
/// What a connection hears of its other end's going, in its turn: taking down a hub connection is dozens of pieces of work and several exceptions.
/// A connection that was reset ends like one that was closed; nothing above makes a difference, and each exception would be thrown anew on every floor.
/// </summary>
sealed class PacedEnd(PipeReader input, Pace goings) : PipeReader
{
    static readonly ReadResult Nothing = new(default, isCanceled: false, isCompleted: true);

    bool _reset;

    public static void Of(ConnectionContext connection, Pace goings)
    {
        var (closed, ended) = (connection.ConnectionClosed, new CancellationTokenSource());
        closed.UnsafeRegister(_ => _ = End(), null);
        connection.ConnectionClosed = ended.Token;
        connection.Transport = new Both(new PacedEnd(connection.Transport.Input, goings), connection.Transport.Output);

        async Task End()
        {
            await goings.Turn();
            await ended.CancelAsync();
        }
    }

    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        // Where nothing was read nothing can be given back.
        if (!_reset) input.AdvanceTo(consumed, examined);
    }

    public override void CancelPendingRead() => input.CancelPendingRead();

    public override void Complete(Exception? exception = null) => input.Complete(exception);

    public override bool TryRead(out ReadResult result) => input.TryRead(out result);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public override async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        if (_reset) return Nothing;
        try
        {
            var read = await input.ReadAsync(cancellationToken);
            if (!read.IsCompleted) return read;
            await goings.Turn();
            return read;
        }
        catch (ConnectionResetException)
        {
            await goings.Turn();
            _reset = true;
            return Nothing;
        }
    }

    sealed record Both(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
